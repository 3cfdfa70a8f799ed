import type { OperationKinds } from '../../chain/graph/refuse-graph.ts';
import { FACTORS, flowingFactors, isDense } from './factors.ts';
import type { OnnxOperation } from './operation-of.ts';

/** What the operators of ONNX are to a chain of dense layers. */
export const OPERATION_KINDS: OperationKinds<OnnxOperation> = {
  families: [
    {
      what: 'steps that depend on its data',
      isOne: ({ operator }) => /^(?:If|Loop|Scan|SequenceMap)$/.test(operator),
    },
    {
      what: 'a product of matrices of a kind that is not read',
      isOne: ({ operator }) => /MatMul|Gemm|Einsum/.test(operator) && !FACTORS.has(operator),
    },
    { what: 'decision trees', isOne: ({ operator }) => /^TreeEnsemble/.test(operator) },
    { what: 'a support vector machine', isOne: ({ operator }) => /^SVM/.test(operator) },
    {
      // It takes rows of a constant by numbers that flow.
      what: 'an embedding',
      isOne: ({ operator, node: { inputs } }, flowing) =>
        /^Gather/.test(operator) && !flowing.has(inputs[0] ?? '') && flowing.has(inputs[1] ?? ''),
      isBeside: true,
    },
  ],
  isProduct: (operation, flowing) => flowingFactors(operation, flowing) > 1,
  isDense,
};
