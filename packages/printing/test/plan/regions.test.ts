import { describe, expect, it } from 'vitest';
import { NONE } from '../../src/plan/mask.ts';
import { countContours, regionSizes } from '../../src/plan/regions.ts';
import { drawnMask } from './drawn-mask.ts';

function drawn(text: string) {
  const rows = text.trim().split(/\s+/);
  return drawnMask(64, rows.length, (column, row) => rows[row]![column] === '#');
}

describe('regionSizes', () => {
  it('has what hangs together by sides, not by corners', () => {
    expect(regionSizes(drawn('##.. ##.. ..#.')).sort()).toEqual([1, 4]);
  });

  it('joins what meets farther down, over words as well', () => {
    const comb = drawnMask(100, 5, (column, row) => row === 4 || column % 2 === 0);
    expect(regionSizes(comb)).toEqual([100 + 4 * 50]);
    const ends = drawnMask(64, 2, (column) => column === 63 || column === 31);
    expect(regionSizes(ends)).toEqual([2, 2]);
  });

  it('has none of nothing', () => {
    expect(regionSizes(NONE)).toEqual([]);
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
