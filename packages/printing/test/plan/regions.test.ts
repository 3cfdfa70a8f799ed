import { describe, expect, it } from 'vitest';
import { countCells, type Mask, NONE } from '../../src/plan/mask.ts';
import { countContours, largeRegions } from '../../src/plan/regions.ts';
import { drawnMask, has } from './drawn-mask.ts';

function drawn(text: string) {
  const rows = text.trim().split(/\s+/);
  return drawnMask(64, rows.length, (column, row) => rows[row]![column] === '#');
}

describe('largeRegions', () => {
  const sizeOf = (mask: Mask, least: number) => countCells(largeRegions(mask, least));

  it('keeps what hangs together by sides, not by corners', () => {
    const kept = largeRegions(drawn('##.. ##.. ..#.'), 2);
    expect(countCells(kept)).toBe(4);
    expect(has(kept, 2, 2)).toBe(false);
    expect([1, 4, 5].map((least) => sizeOf(drawn('##.. ##.. ..#.'), least))).toEqual([5, 4, 0]);
  });

  it('joins what meets farther down, over words as well', () => {
    const comb = drawnMask(100, 5, (column, row) => row === 4 || column % 2 === 0);
    expect(sizeOf(comb, 100 + 4 * 50)).toBe(100 + 4 * 50);
    const ends = drawnMask(64, 2, (column) => column === 63 || column === 31);
    expect([2, 3].map((least) => sizeOf(ends, least))).toEqual([4, 0]);
  });

  it('has none of nothing', () => {
    expect(largeRegions(NONE, 1)).toEqual(NONE);
    expect(countContours(NONE)).toBe(0);
  });
});

describe('countContours', () => {
  it('counts a line around each region and one around each hole', () => {
    expect(countContours(drawn('###. #.#. ###. ....'))).toBe(2);
    expect(countContours(drawn('#.#. .... #.#. ....'))).toBe(4);
    expect(countContours(drawn('##### #.#.# ##### ..... #####'))).toBe(4);
  });

  it('counts holes beside the borders of words', () => {
    expect(
      countContours(drawnMask(96, 5, (column, row) => row !== 2 || (column !== 31 && column !== 32))),
    ).toBe(2);
    expect(countContours(drawnMask(96, 5, (column, row) => row !== 2 || column < 63 || column > 64))).toBe(2);
  });
});
