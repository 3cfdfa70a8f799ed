import type { Reached } from '../../chain/graph/reached-from.ts';
import { type Family, refuseFamilies } from '../../chain/graph/refuse-families.ts';
import type { TfliteOperation } from './parse-model.ts';

/** Refuses models with operators that no dense layer can stand for, by name. */
export function refuseOperators({ nodes }: Reached<TfliteOperation>): void {
  refuseFamilies(nodes, FAMILIES);
}

/** Refuses models that multiply what flows by what flows. */
export function refuseProducts({ nodes, values }: Reached<TfliteOperation>): void {
  const what = 'a product of activations with each other, as in attention';
  const isOne = ({ operator, operands }: TfliteOperation) =>
    /^(?:FULLY_CONNECTED|BATCH_MATMUL)$/.test(operator) &&
    operands.slice(0, 2).every((tensor) => values.has(tensor?.name ?? ''));
  refuseFamilies(nodes, [{ what, isOne }]);
}

const FAMILIES: readonly Family<TfliteOperation>[] = [
  { what: 'an embedding', isOne: ({ operator }) => /^GATHER/.test(operator), isBeside: true },
  {
    what: 'steps that depend on its data',
    isOne: ({ operator }) => /^(?:IF|WHILE|CALL|CALL_ONCE)$/.test(operator),
  },
];
