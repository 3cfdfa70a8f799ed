import { ImportError } from '../import-error.ts';
import { printable } from '../text/printable.ts';

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
