import { FileError, type ModelFile } from '@neurofab/core';
import { asciiIn } from '../ascii.ts';
import { isGif } from '../marks.ts';
import { pictureFile, recipeIn } from './recipe-in.ts';

/** Where the first block comes, if there are no colours before it. */
const HEAD = 13;

/** What a recipe begins with, unlike what others have to say in a comment. */
const RECIPE = '{"neurofab":';

const [EXTENSION, COMMENT, IMAGE, END] = [0x21, 0xfe, 0x2c, 0x3b] as const;

/** What a GIF holds beside its pixels, at which nobody looks: the recipe, if it has one as a comment. Throws a FileError for what is no whole GIF. */
export function readGif(bytes: Uint8Array): ModelFile {
  if (!isGif(bytes)) throw new FileError('This GIF does not begin like one.');
  let recipe: string | undefined;
  let at = HEAD + tableLength(bytes[10]);
  for (;;) {
    switch (bytes[at]) {
      case END:
        return pictureFile('GIF', recipe);
      case EXTENSION: {
        const end = endOfBlocks(bytes, at + 2);
        if (bytes[at + 1] === COMMENT) recipe ??= recipeOf(bytes.subarray(at + 2, end));
        at = end;
        break;
      }
      case IMAGE:
        at = endOfBlocks(bytes, at + 10 + tableLength(bytes[at + 9]) + 1);
        break;
      case undefined:
        throw new FileError('This GIF ends too early.');
      default:
        throw new FileError(`This GIF has a block of the unknown kind ${bytes[at]}.`);
    }
  }
}

/** How many bytes the colours take of which these flags tell. */
function tableLength(flags = 0): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** Where the blocks that begin there end: each follows its length, and the last has none. */
function endOfBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) throw new FileError('This GIF ends too early.');
    at += 1 + length;
    if (length === 0) return at;
  }
}

/** The recipe in the blocks of a comment, if that is what it is. */
function recipeOf(blocks: Uint8Array): string | undefined {
  if (asciiIn(blocks.subarray(1, 1 + RECIPE.length)) !== RECIPE) return undefined;
  const text = new Uint8Array(blocks.length);
  let length = 0;
  for (let at = 0; at < blocks.length; at += 1 + blocks[at]!) {
    const block = blocks.subarray(at + 1, at + 1 + blocks[at]!);
    text.set(block, length);
    length += block.length;
  }
  return recipeIn(text.subarray(0, length), 'GIF');
}
