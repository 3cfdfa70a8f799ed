import { FileError, type ModelFile } from '@neurofab/core';
import { RECIPE_MARK } from './recipe-source.ts';

/** Ours have some ten thousand; with a table of the most weights, which the recipe holds as well, up to half of it. */
const MAX_BYTES = 20_000_000;

/**
 * What OpenSCAD source of any origin says without being run: no bodies, and the recipe if it has one. Throws a FileError
 * for what is no UTF-8 text, or has more than 20 MB.
 */
export function readOpenScad(bytes: Uint8Array): ModelFile {
  if (bytes.length > MAX_BYTES) {
    throw new FileError(
      `This OpenSCAD source has ${bytes.length} bytes, but at most ${MAX_BYTES} are read: it is not one that Neurofab wrote.`,
    );
  }
  const recipe = findRecipe(decode(bytes));
  return { format: 'OpenSCAD source', bodies: [], ...(recipe !== undefined && { recipe }) };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(
      'This OpenSCAD source is not UTF-8 text, as all source is: it is damaged, or of another kind.',
    );
  }
}

/** The last one: where files were put together, the end wins, as with OpenSCAD's own assignments. */
function findRecipe(source: string): string | undefined {
  // Editors indent lines and end them in their own ways.
  const lines = source.matchAll(new RegExp(`^[ \\t]*${RECIPE_MARK}(.*)$`, 'gm'));
  return [...lines].at(-1)?.[1]?.trim();
}
