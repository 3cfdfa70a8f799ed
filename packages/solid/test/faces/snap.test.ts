import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snap } from '../../src/faces/snap.ts';
import { NEAR } from '../../src/surface.ts';

const coordinate = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -(2 ** 24), max: 2 ** 24 }));
const vertices = fc.array(fc.tuple(coordinate, coordinate, coordinate), {
  minLength: 1,
  maxLength: 300,
  size: 'max',
});
const rows = new Int32Array(0);

describe('vertices on the lattice', () => {
  it('are no farther from their point than what counts as one, and no two points are as near', () => {
    fc.assert(
      fc.property(vertices, fc.boolean(), (places, isHalf) => {
        const positions = Float64Array.from(places.flatMap(([x, y, z]) => [x / 4, Math.abs(y) / 4, z / 4]));
        const { pointOf, points } = snap({ positions, rows }, { unit: 0.25, isHalf });
        const distance = (a: readonly number[], b: readonly number[]) =>
          Math.hypot(...a.map((value, i) => value - b[i]!));
        const point = (number: number) => [...points.subarray(3 * number, 3 * number + 3)];
        places.forEach(([x, y, z], vertex) => {
          const found = point(pointOf[vertex]!);
          const height = Math.abs(y);
          if (isHalf) expect(found[1] === 0).toBe(height <= NEAR);
          expect(distance(found, [x, isHalf && height <= NEAR ? 0 : height, z])).toBeLessThanOrEqual(NEAR);
        });
        const count = points.length / 3;
        for (let i = 0; i < count; i++) {
          for (let k = 0; k < i; k++) {
            const areBothInPlane = (points[3 * i + 1] === 0) === (points[3 * k + 1] === 0);
            if (areBothInPlane || !isHalf) expect(distance(point(i), point(k))).toBeGreaterThan(NEAR);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
