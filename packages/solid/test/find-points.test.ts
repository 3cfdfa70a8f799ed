import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointFinder } from '../src/find-points.ts';

describe('points', () => {
  it('have a number each, counted by their first mention', () => {
    const coordinate = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -(2 ** 25), max: 2 ** 25 }),
    );
    const rows = fc.array(fc.tuple(coordinate, coordinate, coordinate), { maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(rows, (row) => {
        const { find, points } = pointFinder();
        const expected = new Map<string, number>();
        for (const [x, y, z] of row) {
          const key = [x, y, z].join();
          if (!expected.has(key)) expected.set(key, expected.size);
          expect(find(x, y, z)).toBe(expected.get(key));
        }
        expect([...points()].join()).toBe([...expected.keys()].join());
      }),
      { numRuns: 20 },
    );
  });
});
