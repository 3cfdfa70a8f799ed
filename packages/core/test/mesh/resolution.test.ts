import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleSegments, sphereRings } from '../../src/index.ts';

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
        expect(chordError(radius, segments)).toBeLessThanOrEqual(tolerance * (1 + 1e-6));
        if (segments > 8) expect(chordError(radius, segments - 4)).toBeGreaterThan(tolerance * (1 - 1e-6));
      }),
      { numRuns: 1000 },
    );
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
