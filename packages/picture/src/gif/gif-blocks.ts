import { asciiOf } from '../ascii.ts';
import { compressPixels } from './compress-pixels.ts';
import type { FilmFrame } from './film-frame.ts';

// What a GIF is made of is said in https://www.w3.org/Graphics/GIF/spec-gif89a.txt.

/** The number of the colour that is none. */
const TRANSPARENT = 0;

/** What a frame covers is nothing again before the next one comes. */
const CLEARED = 2 << 2;

const HAS_TRANSPARENT = 1;

/** The most bytes of a block. */
const BLOCK = 255;

/** The start of a film that begins again whenever it ends: its size and its colours, 0xRRGGBB, of which there may be 256. */
export function* gifStart(size: number, colors: readonly number[]): Generator<Uint8Array> {
  const bits = bitsOf(colors);
  const table = Array.from({ length: 1 << bits }, (_, i) => colors[i] ?? 0);
  const depths = 0x80 | ((bits - 1) << 4) | (bits - 1);
  yield asciiOf('GIF89a');
  yield Uint8Array.of(...short(size), ...short(size), depths, TRANSPARENT, 0);
  yield Uint8Array.from(table.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  // Every program knows it by the name that Netscape gave it.
  yield Uint8Array.of(0x21, 0xff, 11, ...asciiOf('NETSCAPE2.0'));
  yield inBlocks(Uint8Array.of(1, ...short(0)));
}

/** A text in ASCII that no program shows. */
export function* gifComment(text: string): Generator<Uint8Array> {
  yield Uint8Array.of(0x21, 0xfe);
  yield inBlocks(asciiOf(text));
}

/** A frame that is seen for so many hundredths of a second. */
export function* gifFrame(
  { left, top, width, height, pixels }: FilmFrame,
  { colors, delay }: { readonly colors: readonly number[]; readonly delay: number },
): Generator<Uint8Array> {
  const bits = Math.max(2, bitsOf(colors));
  yield Uint8Array.of(0x21, 0xf9, 4, CLEARED | HAS_TRANSPARENT, ...short(delay), TRANSPARENT, 0);
  yield Uint8Array.of(0x2c, ...short(left), ...short(top), ...short(width), ...short(height), 0, bits);
  yield inBlocks(compressPixels(pixels, bits));
}

/** What ends a file. */
export function gifEnd(): Uint8Array {
  return Uint8Array.of(0x3b);
}

/** How many bits the number of a colour takes. */
function bitsOf({ length }: readonly number[]): number {
  return Math.max(1, 32 - Math.clz32(length - 1));
}

/** Blocks of up to 255 bytes, each behind its length, and one of none. */
function inBlocks(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(bytes.length + Math.ceil(bytes.length / BLOCK) + 1);
  let at = 0;
  for (let start = 0; start < bytes.length; start += BLOCK) {
    const block = bytes.subarray(start, start + BLOCK);
    blocks[at] = block.length;
    blocks.set(block, at + 1);
    at += 1 + block.length;
  }
  return blocks;
}

function short(value: number): [number, number] {
  return [value & 255, value >> 8];
}
