import { FileError, type ModelFile } from '@neurofab/core';
import { asciiIn } from '../ascii.ts';

/** Twice what the longest recipe takes, in bytes. */
const MAX_LENGTH = 16_000_000;

/** The text of a recipe. Throws a FileError for more than any takes. */
export function recipeIn(bytes: Uint8Array, format: string): string {
  if (bytes.length > MAX_LENGTH) {
    throw new FileError(`The recipe of this ${format} is longer than any that Neurofab writes.`);
  }
  return asciiIn(bytes);
}

/** What a picture holds. */
export function pictureFile(format: string, recipe: string | undefined): ModelFile {
  return { format, bodies: [], ...(recipe !== undefined && { recipe }) };
}
