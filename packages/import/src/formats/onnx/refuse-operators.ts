import type { Reached } from '../../chain/reached-from.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import { flowingFactors } from './factors.ts';
import { type OnnxOperation, titleOf } from './operation-of.ts';

/** Refuses graphs with operations that no dense layer can stand for, by name. */
export function refuseOperators({ nodes, values }: Reached<OnnxOperation>): void {
  for (const operation of nodes) {
    const found = FAMILIES.find(({ isOne }) => isOne(operation, (input) => values.has(input ?? '')));
    if (found === undefined) continue;
    const { operator, name } = operation;
    const message = `It has ${found.what} (${printable(operator)} ${printable(name)}). ${found.remedy ?? ONLY_DENSE}`;
    throw new ImportError('unsupported', message);
  }
}

/** Refuses graphs that multiply what flows by what flows. */
export function refuseProducts({ nodes, values }: Reached<OnnxOperation>): void {
  for (const operation of nodes) {
    if (flowingFactors(operation, values) < 2) continue;
    const message = `It multiplies activations by each other (${titleOf(operation)}), as attention does. ${ONLY_DENSE}`;
    throw new ImportError('unsupported', message);
  }
}

interface Family {
  readonly what: string;
  readonly isOne: (operation: OnnxOperation, isFlowing: (input: string | undefined) => boolean) => boolean;
  /** What helps; by default that only dense layers are drawn. */
  readonly remedy?: string;
}

const ONLY_DENSE = 'Only networks of dense layers can be drawn.';

const FAMILIES: readonly Family[] = [
  {
    what: 'a convolution',
    isOne: ({ operator }) => /Conv/.test(operator),
    remedy: `${ONLY_DENSE.slice(0, -1)}: export the dense layers after it alone.`,
  },
  { what: 'a recurrent layer', isOne: ({ operator }) => /(?:LSTM|GRU|RNN)$/.test(operator) },
  { what: 'attention', isOne: ({ operator }) => /Attention/.test(operator) },
  {
    what: 'an embedding',
    isOne: ({ operator, node: { inputs } }, isFlowing) =>
      /^Embed/.test(operator) || (/^Gather/.test(operator) && !isFlowing(inputs[0]) && isFlowing(inputs[1])),
  },
  {
    what: 'steps that depend on its data',
    isOne: ({ operator }) => ['If', 'Loop', 'Scan', 'SequenceMap'].includes(operator),
  },
  { what: 'decision trees', isOne: ({ operator }) => /^TreeEnsemble/.test(operator) },
  { what: 'a support vector machine', isOne: ({ operator }) => /^SVM/.test(operator) },
];
