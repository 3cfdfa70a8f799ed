import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitCount, both, countCells, either, type Mask, NONE, without } from '../../src/plan/mask.ts';
import { drawnMask, has } from './drawn-mask.ts';

const COLUMNS = 70;
const ROWS = 9;

/** Cells of a grid, some rows of it left out above and below. */
function masks(): fc.Arbitrary<Mask> {
  return fc
    .record({
      cells: fc.array(fc.boolean(), { minLength: COLUMNS * ROWS, maxLength: COLUMNS * ROWS }),
      from: fc.integer({ min: 0, max: 4 }),
      to: fc.integer({ min: 4, max: ROWS }),
    })
    .map(({ cells, from, to }) => {
      const { stride, words } = drawnMask(COLUMNS, ROWS, (column, row) => cells[row * COLUMNS + column]!);
      return { stride, firstRow: from, rows: to - from, words: words.slice(from * stride, to * stride) };
    });
}

function cellsOf(mask: Mask): boolean[] {
  return Array.from({ length: COLUMNS * ROWS }, (_, i) => has(mask, i % COLUMNS, Math.floor(i / COLUMNS)));
}

describe('masks', () => {
  it('have in common, together, and beyond each other what their cells have', () => {
    fc.assert(
      fc.property(masks(), masks(), (a, b) => {
        const [ofA, ofB] = [cellsOf(a), cellsOf(b)];
        expect(cellsOf(both(a, b))).toEqual(ofA.map((isIn, i) => isIn && ofB[i]!));
        expect(cellsOf(either(a, b))).toEqual(ofA.map((isIn, i) => isIn || ofB[i]!));
        expect(cellsOf(without(a, b))).toEqual(ofA.map((isIn, i) => isIn && !ofB[i]!));
        expect(countCells(a)).toBe(ofA.filter((isIn) => isIn).length);
      }),
    );
  });

  it('go together with nothing at all', () => {
    const some = drawnMask(40, 3, (column) => column > 30);
    expect(either(NONE, some)).toBe(some);
    expect(either(some, NONE)).toBe(some);
    expect(countCells(both(some, NONE))).toBe(0);
    expect(countCells(without(some, NONE))).toBe(27);
    expect(countCells(without(NONE, some))).toBe(0);
  });
});

describe('bitCount', () => {
  it.each([
    [0, 0],
    [1, 1],
    [0x80000000, 1],
    [0xffffffff, 32],
    [0x55555555, 16],
  ])('of %d is %d', (word, bits) => {
    expect(bitCount(word)).toBe(bits);
  });
});
