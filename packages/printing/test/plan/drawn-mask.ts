import type { Mask } from '../../src/plan/mask.ts';

/** A mask of so many columns and rows in which a function says what is in. */
export function drawnMask(
  columns: number,
  rows: number,
  isIn: (column: number, row: number) => boolean,
): Mask {
  const stride = Math.ceil(columns / 32);
  const words = new Uint32Array(rows * stride);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isIn(column, row)) words[row * stride + (column >> 5)]! |= 1 << (column & 31);
    }
  }
  return { stride, firstRow: 0, rows, words };
}

/** Whether a cell is in. */
export function has({ stride, firstRow, rows, words }: Mask, column: number, row: number): boolean {
  if (row < firstRow || row >= firstRow + rows) return false;
  return ((words[(row - firstRow) * stride + (column >> 5)]! >>> (column & 31)) & 1) === 1;
}

export function disc(columns: number, [x, y]: readonly [number, number], radius: number): Mask {
  return drawnMask(columns, columns, (column, row) => (column - x) ** 2 + (row - y) ** 2 <= radius ** 2);
}
