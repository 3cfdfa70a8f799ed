import { describe, expect, it } from 'vitest';
import { type Mask, NONE } from '../../src/plan/mask.ts';
import { sparseOf } from '../../src/plan/sparse.ts';
import { drawnMask, has } from './drawn-mask.ts';

const GRID = { cell: 0.2, columns: 192, rows: 192, x: 0, y: 0 };

/** A square about the middle of the grid; its half side in millimetres. */
function square(half: number): Mask {
  const isNear = (cell: number) => Math.abs(cell - 96) <= half / GRID.cell;
  return drawnMask(GRID.columns, GRID.rows, (column, row) => isNear(column) && isNear(row));
}

/** Blocks on each other: how many layers, and half the side of each; walls take 1 mm. */
function sparseIn(blocks: readonly (readonly [layers: number, half: number])[], layersEach = 1) {
  const halves = blocks.flatMap(([layers, half]) => Array<number>(layers).fill(half));
  return sparseOf(
    { whole: halves.map(square), insides: halves.map((half) => [square(half - 1)]) },
    GRID,
    layersEach,
  ).map(([mask]) => mask!);
}

function layersWith(sparse: readonly Mask[], column: number): number[] {
  return sparse.flatMap((mask, i) => (has(mask, column, 96) ? [i] : []));
}

describe('sparseOf', () => {
  it('has no grid four layers from a bottom nor five from a top', () => {
    expect(layersWith(sparseIn([[12, 12]]), 96)).toEqual([4, 5, 6]);
    expect(layersWith(sparseIn([[9, 12]]), 96)).toEqual([]);
  });

  it('goes by layers of the print where one stands for several', () => {
    expect(layersWith(sparseIn([[6, 12]], 3), 96)).toEqual([2, 3]);
  });

  it('fills a top some way under what stands on it, so that a narrow one leaves no grid below', () => {
    const under = (half: number) =>
      layersWith(
        sparseIn([
          [12, 16],
          [12, half],
        ]),
        96,
      ).filter((i) => i < 12);
    expect(under(9)).toContain(11);
    expect(under(3)).toEqual([4, 5, 6]);
    const wide = sparseIn([
      [12, 16],
      [12, 9],
    ])[11]!;
    // The top ends 9 mm from the middle, and is filled for 3.45 mm more.
    expect([has(wide, 96 + 27, 96), has(wide, 96 + 29, 96)]).toEqual([true, false]);
  });

  it('fills what is under a wall or over one', () => {
    const sparse = sparseIn([
      [10, 12],
      [10, 12.9],
    ]);
    expect(layersWith(sparse, 96)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(layersWith(sparse, 96 + 58)).toEqual([13, 14]);
  });

  it('leaves no grid in less than 70 mm²', () => {
    expect(layersWith(sparseIn([[12, 5.5]]), 96)).toEqual([4, 5, 6]);
    expect(sparseIn([[12, 5]]).every((mask) => mask.rows === 0)).toBe(true);
    expect(sparseOf({ whole: [NONE], insides: [[NONE]] }, GRID, 1)).toEqual([[NONE]]);
  });
});
