import { FileError, type ModelFile } from '@neurofab/core';
import { asciiIn, pictureFile, recipeIn } from './recipe-in.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** What our text goes by among the texts of a PNG. */
export const KEYWORD = 'neurofab';

/** Whether a file that starts with these bytes is a PNG. */
export function isPng(start: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => start[i] === byte);
}

/** What a PNG holds beside its pixels, at which nobody looks: the recipe, if it has one as a text. Throws a FileError for what is no whole PNG. */
export function readPng(bytes: Uint8Array): ModelFile {
  if (!isPng(bytes)) throw new FileError('This PNG does not begin like one.');
  let recipe: string | undefined;
  for (const { type, content } of chunksOf(bytes)) {
    const keyword = content.subarray(0, KEYWORD.length + 1);
    if (type === 'tEXt' && asciiIn(keyword) === `${KEYWORD}\0`) {
      recipe ??= recipeIn(content.subarray(keyword.length), 'PNG');
    }
  }
  return pictureFile('PNG', recipe);
}

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/** All chunks up to the one that says it is the last: its length, its type, what it holds, and a checksum. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) break;
    const type = asciiIn(bytes.subarray(at + 4, at + 8));
    if (type === 'IEND') return;
    yield { type, content: bytes.subarray(at + 8, end) };
    at = end + 4;
  }
  throw new FileError('This PNG ends too early.');
}
