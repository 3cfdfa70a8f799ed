import type { ModelFile } from '@neurofab/core';
import { FORMATS, type Format } from '../formats.ts';
import { backendFor, type ModelBytes, readModel } from './read-model.ts';
import { type SavedNetwork, savedNetwork } from './saved-network.ts';

/** What a file of a model is: one that says of which network it was made, or one of anybody. */
export type OpenedModel =
  | { readonly kind: 'saved'; readonly saved: SavedNetwork }
  | { readonly kind: 'foreign'; readonly model: ModelFile };

export interface OpenOptions {
  /** What can be read, and written again; `FORMATS` if left out. */
  readonly formats?: readonly Format[] | undefined;
}

/** What a file of a model is. Throws an OpenError for what cannot be read, and for a recipe that cannot be made. */
export async function openModel(
  file: ModelBytes,
  { formats = FORMATS }: OpenOptions = {},
): Promise<OpenedModel> {
  const backends = formats.map((format) => format());
  const backend = backendFor(file, backends);
  const saved = async (recipe: string): Promise<OpenedModel> => ({
    kind: 'saved',
    saved: await savedNetwork(recipe, { bytes: file.bytes, backend, formats }),
  });
  // Where the start says it all, the rest need not be read, nor be there.
  const start = backend.recipeInStart?.(file.bytes);
  if (start !== undefined) return saved(start);
  const model = await readModel(file, backends);
  return model.recipe === undefined ? { kind: 'foreign', model } : saved(model.recipe);
}
