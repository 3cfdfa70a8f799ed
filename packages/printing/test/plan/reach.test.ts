import { describe, expect, it } from 'vitest';
import { countCells } from '../../src/plan/mask.ts';
import { grow, shrink } from '../../src/plan/reach.ts';
import { disc, drawnMask, has } from './drawn-mask.ts';

const SIZE = 100;

describe('shrink', () => {
  it('keeps the cells that all cells within a radius are in', () => {
    const isIn = (column: number, row: number) =>
      (column - 50) ** 2 + (row - 40) ** 2 < 900 && (column * 7 + row * 3) % 97 > 1;
    const mask = drawnMask(SIZE, SIZE, isIn);
    const shrunk = shrink(mask, 4.5);
    for (let row = 10; row < 70; row++) {
      for (let column = 20; column < 80; column++) {
        let all = true;
        for (let y = -4; y <= 4; y++) {
          for (let x = -4; x <= 4; x++) if (x * x + y * y <= 4.5 ** 2) all &&= isIn(column + x, row + y);
        }
        expect(has(shrunk, column, row)).toBe(all);
      }
    }
  });

  it('leaves nothing of what reaches to the ends of its rows there', () => {
    const shrunk = shrink(
      drawnMask(64, 20, () => true),
      3,
    );
    expect(countCells(shrunk)).toBe((64 - 6) * (20 - 6));
  });
});

describe('grow', () => {
  it('makes a disc larger by a radius', () => {
    const grown = grow(disc(SIZE, [50, 50], 20), 5, SIZE);
    expect(countCells(grown) / (Math.PI * 25.2 ** 2)).toBeCloseTo(1, 1);
    expect(has(grown, 75, 50)).toBe(true);
    expect(has(grown, 76, 50)).toBe(false);
    expect(has(grown, 50, 25)).toBe(true);
  });

  it('ends at the first and the last row of the grid', () => {
    const { firstRow, rows } = grow(disc(SIZE, [50, 50], 49), 5, SIZE);
    expect([firstRow, rows]).toEqual([0, SIZE]);
  });
});
