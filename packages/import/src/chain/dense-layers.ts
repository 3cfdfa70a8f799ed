import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { Limit } from '../refuse-more.ts';

/** How many dense layers there may be; asked before weights are read, since a file may name one tensor in very many layers. */
export const DENSE_LAYERS: Limit = { most: IMPORT_LIMITS.maxLayers, of: 'dense layers' };

/** The refusal of a network without dense layers; `found` says what it has in their place. */
export function noDenseLayer(found = ''): ImportError {
  const message = `It has no dense layer${found}. Only networks of dense layers can be drawn.`;
  return new ImportError('unsupported', message);
}
