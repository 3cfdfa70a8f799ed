import { FileError, type ModelFile } from '@neurofab/core';
import { asciiIn } from '../ascii.ts';
import { isPng, PNG_KEYWORD, PNG_SIGNATURE } from '../marks.ts';
import { pictureFile, recipeIn } from './recipe-in.ts';

/** What a PNG holds beside its pixels, at which nobody looks: the recipe, if it has one as a text. Throws a FileError for what is no whole PNG. */
export function readPng(bytes: Uint8Array): ModelFile {
  if (!isPng(bytes)) throw new FileError('This PNG does not begin like one.');
  let recipe: string | undefined;
  for (const { type, content } of chunksOf(bytes)) {
    const keyword = content.subarray(0, PNG_KEYWORD.length + 1);
    if (type === 'tEXt' && asciiIn(keyword) === `${PNG_KEYWORD}\0`) {
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
  let at = PNG_SIGNATURE.length;
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
