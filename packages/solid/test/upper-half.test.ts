import { type Cylinder, checkMesh, meshBounds, type Solid, tessellate, volume } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booleanMesher } from '../src/boolean-mesh.ts';
import { upperHalf } from '../src/upper-half.ts';

const length = fc.double({ min: 0.5, max: 50, noNaN: true });
const place = fc.tuple(length, fc.constant(0), length);
const segments = fc.integer({ min: 3, max: 40 });

const spheres: fc.Arbitrary<Solid> = fc
  .record({ center: place, radius: length, segments, rings: fc.integer({ min: 2, max: 20 }) })
  .map((sphere) => ({ kind: 'sphere', ...sphere }));
const cylinders: fc.Arbitrary<Cylinder> = fc
  .record({ from: place, across: length, up: length, radius: length, segments })
  .map(({ from, across, up, radius, segments }) => ({
    kind: 'cylinder',
    from,
    to: [from[0] + across, 0, from[2] + up],
    radius,
    segments,
  }));

describe('the upper half of a solid', () => {
  it('is closed, stands on the plane and has half the volume', () => {
    fc.assert(
      fc.property(fc.oneof(spheres, cylinders), (solid) => {
        const whole = tessellate(solid);
        const half = upperHalf(whole);
        // Where a face's diagonal meets the rim in a line with its neighbours, the floor has triangles without area.
        expect(checkMesh(half)).toMatchObject({ openEdges: 0, crowdedEdges: 0, reversedEdges: 0 });
        expect(volume(half) / volume(whole)).toBeCloseTo(0.5, 4);
        expect(meshBounds(half).min[1]).toBe(0);
        expect(meshBounds(half).max).toEqual(meshBounds(whole).max);
      }),
    );
  });

  it('of a connection stands on the plane too, whichever way its sides are turned', () => {
    for (let sides = 3; sides <= 20; sides++) {
      const node = { kind: 'sphere', center: [0, 0, 0], radius: 4, segments: 24, rings: 12 } as const;
      const rod = { kind: 'cylinder', from: [0, 0, 0], to: [32, 0, 8], radius: 1, segments: sides } as const;
      const half = upperHalf(booleanMesher([node, rod])(rod));
      expect(checkMesh(half)).toMatchObject({ openEdges: 0, crowdedEdges: 0, reversedEdges: 0 });
      expect(meshBounds(half).min[1]).toBe(0);
    }
  });
});
