import type { Bounds } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgePlace } from '../../src/plates/badge-place.ts';

const BED: Bounds = { min: [0, 0, 0], max: [40, 30, 5] };
const RADIUS = 5;

const boxes = fc.array(
  fc
    .tuple(fc.nat(36), fc.nat(26), fc.integer({ min: 1, max: 4 }))
    .map(([x, y, size]): Bounds => ({ min: [x, y, 0], max: [x + size, y + size, 5] })),
  { maxLength: 30 },
);

describe('a badge', () => {
  it('lies in the upper left where nothing is to be seen', () => {
    expect(badgePlace(BED, RADIUS, [])).toEqual([5, 25]);
  });

  it('hides nothing where there is room, and no more than in its corner else', () => {
    const hides = ([x, y]: readonly [number, number], all: readonly Bounds[]) =>
      all.filter(
        ({ min, max }) =>
          min[0] < x + RADIUS && max[0] > x - RADIUS && min[1] < y + RADIUS && max[1] > y - RADIUS,
      ).length;
    fc.assert(
      fc.property(boxes, (all) => {
        const place = badgePlace(BED, RADIUS, all);
        expect(place[0]).toBeGreaterThanOrEqual(5);
        expect(place[0]).toBeLessThanOrEqual(35);
        for (const corner of [
          [5, 25],
          [35, 25],
          [5, 5],
          [35, 5],
        ] as const)
          expect(hides(place, all)).toBeLessThanOrEqual(hides(corner, all));
      }),
    );
  });
});
