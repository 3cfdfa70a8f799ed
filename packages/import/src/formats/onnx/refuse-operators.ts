import type { Reached } from '../../chain/reached-from.ts';
import { type Family, refuseFamilies } from '../../chain/refuse-families.ts';
import { FACTORS, flowingFactors } from './factors.ts';
import type { OnnxOperation } from './operation-of.ts';

/** Refuses graphs with operations that no dense layer can stand for, by name. */
export function refuseOperators({ nodes, values }: Reached<OnnxOperation>): void {
  refuseFamilies(nodes, [...FAMILIES, embeddings(values)]);
}

/** Refuses graphs that multiply what flows by what flows. */
export function refuseProducts({ nodes, values }: Reached<OnnxOperation>): void {
  const what = 'a product of activations with each other, as in attention';
  refuseFamilies(nodes, [{ what, isOne: (operation) => flowingFactors(operation, values) > 1 }]);
}

const FAMILIES: readonly Family<OnnxOperation>[] = [
  { what: 'a convolution', isOne: ({ operator }) => /Conv/.test(operator), isFollowed: true },
  {
    what: 'a recurrent layer',
    isOne: ({ operator }) => /(?:LSTM|GRU|RNN)$/.test(operator),
    isFollowed: true,
  },
  { what: 'attention', isOne: ({ operator }) => /Attention/.test(operator), isFollowed: true },
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
];

/** They take rows of a constant by numbers that flow. */
function embeddings(flowing: ReadonlySet<string>): Family<OnnxOperation> {
  return {
    what: 'an embedding',
    isOne: ({ operator, node: { inputs } }) =>
      /^Embed/.test(operator) ||
      (/^Gather/.test(operator) && !flowing.has(inputs[0] ?? '') && flowing.has(inputs[1] ?? '')),
    isFollowed: true,
  };
}
