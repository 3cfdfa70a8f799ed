import { type Mask, NONE } from './mask.ts';

/** What lies farther inside than so many cells, from middle to middle; less than 32. */
export function shrink(mask: Mask, radius: number): Mask {
  return reach(mask, radius, true);
}

/** What is in, and what lies outside by so many cells at most; less than 32, and as far as the grid has rows. */
export function grow(mask: Mask, radius: number, gridRows: number): Mask {
  if (mask.rows === 0) return NONE;
  const more = Math.floor(radius);
  const firstRow = Math.max(0, mask.firstRow - more);
  const rows = Math.min(gridRows, mask.firstRow + mask.rows + more) - firstRow;
  const words = new Uint32Array(rows * mask.stride);
  words.set(mask.words, (mask.firstRow - firstRow) * mask.stride);
  return reach({ stride: mask.stride, firstRow, rows, words }, radius, false);
}

/** Where all cells of a disc are in, or any: row by row of the disc, from the shortest to the longest. */
function reach(mask: Mask, radius: number, isAll: boolean): Mask {
  const { stride, words } = mask;
  const found = words.slice();
  let width = 0;
  let reached = words;
  for (let away = Math.floor(radius); away >= 0; away--) {
    const needed = Math.floor(Math.sqrt(radius * radius - away * away));
    while (width < needed) reached = alongRows(reached, { words, stride, by: ++width }, isAll);
    combine(found, reached, away * stride, isAll);
    if (away > 0) combine(found, reached, -away * stride, isAll);
  }
  return { ...mask, words: found };
}

/** Takes into `found` what lies so many words farther on. */
function combine(found: Uint32Array, other: Uint32Array, offset: number, isAll: boolean): void {
  const [from, to] = [Math.max(0, -offset), Math.min(found.length, found.length - offset)];
  if (!isAll) {
    for (let i = from; i < to; i++) found[i]! |= other[i + offset]!;
    return;
  }
  for (let i = from; i < to; i++) found[i]! &= other[i + offset]!;
  found.fill(0, 0, from);
  found.fill(0, to);
}

/** Takes into what was reached what lies so many cells to the left and to the right. */
function alongRows(
  reached: Uint32Array,
  { words, stride, by }: { readonly words: Uint32Array; readonly stride: number; readonly by: number },
  isAll: boolean,
): Uint32Array {
  const found = reached.slice();
  let column = 0;
  for (let i = 0; i < words.length; i++) {
    const before = column === 0 ? 0 : words[i - 1]!;
    const after = column === stride - 1 ? 0 : words[i + 1]!;
    const right = (words[i]! << by) | (before >>> (32 - by));
    const left = (words[i]! >>> by) | (after << (32 - by));
    found[i] = isAll ? found[i]! & right & left : found[i]! | right | left;
    column = column === stride - 1 ? 0 : column + 1;
  }
  return found;
}
