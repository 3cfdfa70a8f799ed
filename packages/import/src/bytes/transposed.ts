import type { Numbers } from '../trained-network.ts';

/** A matrix of `rows` × `columns`, one row after another, with rows and columns exchanged. */
export function transposed(matrix: Numbers, rows: number, columns: number): Numbers {
  const result = matrix.slice();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = matrix[row * columns + column]!;
  }
  return result;
}
