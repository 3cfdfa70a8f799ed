import type { OperationKinds } from '../../chain/graph/refuse-graph.ts';
import { isDense } from './dense-of.ts';
import type { TfliteOperation } from './parse-model.ts';

/** What the operators of TensorFlow Lite are to a chain of dense layers. */
export const OPERATION_KINDS: OperationKinds<TfliteOperation> = {
  families: [
    { what: 'an embedding', isOne: ({ operator }) => /^GATHER/.test(operator), isBeside: true },
    {
      what: 'steps that depend on its data',
      isOne: ({ operator }) => /^(?:IF|WHILE|CALL|CALL_ONCE)$/.test(operator),
    },
  ],
  isProduct: ({ operator, operands }, flowing) =>
    /^(?:FULLY_CONNECTED|BATCH_MATMUL)$/.test(operator) &&
    operands.slice(0, 2).every((tensor) => flowing.has(tensor?.name ?? '')),
  isDense,
};
