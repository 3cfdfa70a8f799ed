import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleSegments, sphereRings } from '../../src/internal.ts';
import { sineOfTurn } from '../../src/mesh/unit-circle.ts';

const radii = fc.double({ min: 0.01, max: 10_000, noNaN: true });
const tolerances = fc.double({ min: 0.0001, max: 10, noNaN: true });

/** The largest distance between a circle and its polygon. */
function chordError(radius: number, segments: number): number {
  return 2 * radius * Math.sin(Math.PI / segments / 2) ** 2;
}

describe('circleSegments', () => {
  it('keeps a tolerance with the fewest sides, in fours, at least eight', () => {
    fc.assert(
      fc.property(radii, tolerances, (radius, tolerance) => {
        const segments = circleSegments(radius, { tolerance });
        expect(segments % 4).toBe(0);
        expect(segments).toBeGreaterThanOrEqual(8);
        expect(chordError(radius, segments)).toBeLessThanOrEqual(tolerance * (1 + 1e-12));
        if (segments > 8) expect(chordError(radius, segments - 4)).toBeGreaterThan(tolerance * (1 - 1e-12));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives as many sides as the arc cosine does, for radii and tolerances as people write them', () => {
    for (let radius = 0.01; radius < 10_000; radius = Math.round(103 * radius + 1) / 100) {
      for (let tolerance = 0.0001; tolerance < 10; tolerance = Math.round(10_700 * tolerance + 1) / 10_000) {
        const halfAngle = Math.acos(Math.max(0, 1 - tolerance / radius));
        const segments = Math.max(8, 4 * Math.ceil(Math.PI / halfAngle / 4));
        expect([radius, tolerance, circleSegments(radius, { tolerance })]).toEqual([
          radius,
          tolerance,
          segments,
        ]);
      }
    }
  });

  it('takes the side whose distance is the tolerance to the last bit', () => {
    for (let segments = 12; segments < 3000; segments += 4) {
      const sine = sineOfTurn(1, 4 * segments);
      const tolerance = 2 * 68 * sine * sine;
      expect(circleSegments(68, { tolerance })).toBe(segments);
    }
  });

  it.each([
    [4, 0.02, 32],
    [1, 0.02, 16],
    [68, 0.02, 132],
    [0.01, 10, 8],
    [1, 1, 8],
  ])('gives a radius of %f at a tolerance of %f these sides: %i', (radius, tolerance, segments) => {
    expect(circleSegments(radius, { tolerance })).toBe(segments);
  });

  it('gives the sides that were asked for at every radius', () => {
    fc.assert(
      fc.property(radii, fc.integer({ min: 3, max: 1000 }), (radius, segments) => {
        expect(circleSegments(radius, { segments })).toBe(segments);
      }),
    );
  });
});

describe('sphereRings', () => {
  it.each([
    [{ segments: 100, rings: 100 }, 100],
    [{ segments: 100 }, 50],
    [{ segments: 7 }, 4],
    [{ segments: 3 }, 2],
    [{ tolerance: 0.02 }, 16],
  ])('of %j at a radius of 4 are %i', (resolution, rings) => {
    expect(sphereRings(4, resolution)).toBe(rings);
  });
});
