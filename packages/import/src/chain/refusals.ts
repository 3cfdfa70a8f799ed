import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { Limit } from '../refuse-more.ts';
import { printable } from '../text/printable.ts';

/** How many dense layers there may be; asked before weights are read, since a file may name one tensor in very many layers. */
export const DENSE_LAYERS: Limit = { most: IMPORT_LIMITS.maxLayers, of: 'dense layers' };

/** The refusal of a network without dense layers; `found` says what it has in their place. */
export function noDenseLayer(found = ''): ImportError {
  const message = `It has no dense layer${found}. Only networks of dense layers can be drawn.`;
  return new ImportError('unsupported', message);
}

/** What layers and operators are that no dense layer can stand for, by what all formats call them; `undefined` for others. */
export function otherLayer(className: string): string | undefined {
  return OTHER_LAYERS.find(([pattern]) => pattern.test(className))?.[1];
}

const OTHER_LAYERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/LSTM|GRU|RNN|Bidirectional|^SVDF$/i, 'a recurrent layer'],
  [/Conv|LocallyConnected/i, 'a convolution'],
  [/Attention|Transformer/i, 'an attention layer'],
  [/Embed/i, 'an embedding'],
];

/** The refusal of something that is no dense layer, such as `a convolution`, by the file's own name of it. `remedy` is a clause. */
export function notDense(what: string, { name, remedy }: { name: string; remedy?: string }): ImportError {
  const message = `It has ${what} (${printable(name)}). Only networks of dense layers can be drawn`;
  return new ImportError('unsupported', remedy === undefined ? `${message}.` : `${message}: ${remedy}.`);
}

/** The remedy where a network may have dense layers beside it. */
export const EXPORT_ALONE = 'export the dense layers alone';

/** The refusal of layers that do not follow one another; `what` is a sentence without its full stop, `remedy` a clause. */
export function notAChain(what: string, remedy?: string): ImportError {
  const message = `${what}. Only a chain of dense layers can be drawn`;
  return new ImportError('not-a-chain', remedy === undefined ? `${message}.` : `${message}: ${remedy}.`);
}

/** The remedy where a network has branches. */
export const ONE_BRANCH = 'export one branch of it alone';

/** The refusal of layers whose sizes differ; `what` is a clause. */
export function misfit(what: string): ImportError {
  return new ImportError('not-a-chain', `Its layers do not fit together: ${what}.`);
}
