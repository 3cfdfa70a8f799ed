import type { Grid, Layer } from '../layers/layers.ts';

/** Cells of a grid that are in or out: a bit each, 32 to a word, in rows of whole words. Outside its rows all is out. */
export interface Mask {
  /** Words in a row. */
  readonly stride: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly words: Uint32Array;
}

/** Which mask a label goes into, from 0, by label; and how many masks there are. */
export interface Groups {
  readonly ofLabel: Uint16Array;
  readonly count: number;
}

/** Nothing is in. */
export const NONE: Mask = { stride: 0, firstRow: 0, rows: 0, words: new Uint32Array() };

/** The cells of a layer, a mask for each group. */
export function masksOf({ cells, box }: Layer, { columns }: Grid, { ofLabel, count }: Groups): Mask[] {
  const [firstRow, rows] = [box.min[1], box.max[1] - box.min[1]];
  const stride = Math.ceil(columns / 32);
  const masks = Array.from({ length: count }, () => new Uint32Array(rows * stride));
  for (let row = 0; row < rows; row++) {
    const first = (firstRow + row) * columns;
    for (let column = box.min[0]; column < box.max[0]; ) {
      const label = cells[first + column]!;
      const from = column++;
      while (column < box.max[0] && cells[first + column] === label) column++;
      if (label !== 0) setBits(masks[ofLabel[label]!]!, 32 * row * stride + from, 32 * row * stride + column);
    }
  }
  return masks.map((words) => trimmed({ stride, firstRow, rows, words }));
}

/** Sets bits from one up to another, counted through all words. */
export function setBits(words: Uint32Array, from: number, to: number): void {
  const [first, last] = [from >>> 5, (to - 1) >>> 5];
  const [start, end] = [0xffffffff << (from & 31), 0xffffffff >>> (31 - ((to - 1) & 31))];
  if (first === last) {
    words[first]! |= start & end;
    return;
  }
  words[first]! |= start;
  words.fill(0xffffffff, first + 1, last);
  words[last]! |= end;
}

/** Without empty rows above and below. */
export function trimmed({ stride, firstRow, rows, words }: Mask): Mask {
  let [first, last] = [0, words.length - 1];
  while (first < words.length && words[first] === 0) first++;
  if (first === words.length) return NONE;
  while (words[last] === 0) last--;
  const [from, to] = [Math.floor(first / stride), Math.floor(last / stride) + 1];
  if (from === 0 && to === rows) return { stride, firstRow, rows, words };
  return {
    stride,
    firstRow: firstRow + from,
    rows: to - from,
    words: words.slice(from * stride, to * stride),
  };
}

/** In all of some masks, of which there is one at least. */
export function allOf(masks: readonly Mask[]): Mask {
  const stride = Math.max(...masks.map((mask) => mask.stride));
  const firstRow = Math.max(...masks.map((mask) => mask.firstRow));
  const rows = Math.min(...masks.map((mask) => mask.firstRow + mask.rows)) - firstRow;
  if (rows <= 0 || stride === 0) return NONE;
  const words = new Uint32Array(rows * stride).fill(0xffffffff);
  for (const mask of masks) {
    const offset = (firstRow - mask.firstRow) * stride;
    for (let i = 0; i < words.length; i++) words[i]! &= mask.words[offset + i]!;
  }
  return { stride, firstRow, rows, words };
}

/** In either. */
export function either(a: Mask, b: Mask): Mask {
  if (a.rows === 0) return b;
  if (b.rows === 0) return a;
  const firstRow = Math.min(a.firstRow, b.firstRow);
  const rows = Math.max(a.firstRow + a.rows, b.firstRow + b.rows) - firstRow;
  const words = new Uint32Array(rows * a.stride);
  words.set(a.words, (a.firstRow - firstRow) * a.stride);
  const offset = (b.firstRow - firstRow) * b.stride;
  for (let i = 0; i < b.words.length; i++) words[offset + i]! |= b.words[i]!;
  return { stride: a.stride, firstRow, rows, words };
}

/** In the first, not in the second. */
export function without(a: Mask, b: Mask): Mask {
  const firstRow = Math.max(a.firstRow, b.firstRow);
  const rows = Math.min(a.firstRow + a.rows, b.firstRow + b.rows) - firstRow;
  if (rows <= 0) return a;
  const words = a.words.slice();
  const [from, offset] = [(firstRow - a.firstRow) * a.stride, (firstRow - b.firstRow) * a.stride];
  for (let i = 0; i < rows * a.stride; i++) words[from + i]! &= ~b.words[offset + i]!;
  return trimmed({ ...a, words });
}

/** How many are in. */
export function countCells({ words }: Mask): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) count += bitCount(words[i]!);
  return count;
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
