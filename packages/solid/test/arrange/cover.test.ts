import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INSIDE } from '../../src/arrange/clip.ts';
import { cover, NO_RANK } from '../../src/arrange/cover.ts';

interface Piece {
  from: number;
  to: number;
  rank: number;
}

/** Pieces of a line in tenths; each end inside of it is named by a plane of its own. */
const pieces = fc.array(
  fc
    .record({
      ends: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })),
      rank: fc.integer({ min: 0, max: 3 }),
    })
    .filter(({ ends: [a, b] }) => a !== b)
    .map(({ ends, rank }): Piece => ({ from: Math.min(...ends), to: Math.max(...ends), rank })),
  { maxLength: 12 },
);

describe('a covered line', () => {
  it('has the pieces that nothing hides, split where the lowest rank around them changes', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 3 }), (row, own) => {
        const { clear, hide, surround, pieces: visible } = cover();
        // What was there before plays no part.
        hide(Float64Array.of(0, 1), Int32Array.of(INSIDE, INSIDE), 0);
        clear();
        let isHidden = false;
        row.forEach(({ from, to, rank }, i) => {
          const shares = Float64Array.of(NaN, from / 40, to / 40);
          const planes = Int32Array.of(
            0,
            from === 0 ? INSIDE : 100 * i + from,
            to === 40 ? INSIDE : 100 * i + to,
          );
          if (rank <= own) isHidden = hide(shares, planes, 1);
          else surround(shares, planes, 1, rank);
        });
        const around = Array.from({ length: 40 }, (_, i) => {
          const here = row.filter(({ from, to }) => from <= i && i < to).map(({ rank }) => rank);
          return Math.min(NO_RANK, ...here);
        });
        const found: number[] = Array.from({ length: 40 }, () => -1);
        let last = { at: -1, rank: -1 };
        visible((from, fromPlane, to, toPlane, rank) => {
          const [start, end] = [Math.round(from * 40), Math.round(to * 40)];
          expect(end).toBeGreaterThan(start);
          // A piece ends where a plane does, or the line.
          expect(fromPlane === INSIDE ? start : start - (fromPlane % 100)).toBe(0);
          expect(toPlane === INSIDE ? end - 40 : end - (toPlane % 100)).toBe(0);
          expect(start === last.at && rank === last.rank).toBe(false);
          last = { at: end, rank };
          found.fill(rank, start, end);
        });
        expect(found).toEqual(around.map((rank) => (rank <= own ? -1 : rank)));
        if (row.at(-1) !== undefined && row.at(-1)!.rank <= own)
          expect(isHidden).toBe(around.every((rank) => rank <= own));
      }),
      { numRuns: 500 },
    );
  });
});
