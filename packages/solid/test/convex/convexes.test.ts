import {
  type Cylinder,
  checkMesh,
  type Mesh,
  type Solid,
  type Sphere,
  tessellate,
  volume,
} from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexMesh } from '../../src/convex/convex-mesh.ts';
import { BOX, type Convexes, convexes, EDGE, PLANE } from '../../src/convex/convexes.ts';
import { FLOOR } from '../../src/convex/form.ts';
import type { Placed } from '../../src/convex/placed.ts';
import { randomPrisms } from '../random-solids.ts';

const length = (min: number, max: number) => fc.double({ min, max, noNaN: true });

function balls(y: fc.Arbitrary<number>): fc.Arbitrary<Placed> {
  return fc
    .record({
      center: fc.tuple(length(-50, 50), y, length(-50, 50)),
      radius: length(0.5, 20),
      segments: fc.integer({ min: 3, max: 20 }),
      rings: fc.integer({ min: 2, max: 12 }),
    })
    .map((shape): Placed => ({ solid: { kind: 'sphere', ...shape } satisfies Sphere, rank: 0, start: 0 }));
}

function rods(y: fc.Arbitrary<number>): fc.Arbitrary<Placed> {
  const end = fc.tuple(length(-50, 50), y, length(-50, 50));
  return fc
    .record({
      from: end,
      along: fc.tuple(length(1, 30), y, length(-30, 30)),
      radius: length(0.5, 20),
      segments: fc.integer({ min: 3, max: 20 }),
    })
    .map(({ from, along, radius, segments }): Placed => {
      const to = [from[0] + along[0], from[1] + along[1], from[2] + along[2]] as const;
      const solid: Cylinder = { kind: 'cylinder', from, to, radius, segments };
      return { solid, rank: 0, start: segments % 4 === 0 ? 0.5 : 0 };
    });
}

const prisms = randomPrisms().map((solid): Placed => ({ solid, rank: 0, start: 0 }));
const anywhere = length(-20, 20);
const inPlane = fc.constant(0);

/** What `tessellate` makes, which shares nothing with these solids but the sines. */
function meshOf({ solid, start }: Placed): Mesh {
  return tessellate(solid satisfies Solid, solid.kind === 'cylinder' ? { start } : {});
}

function expectConvex({ points, planes, edges }: Convexes, reach: number) {
  let most = -Infinity;
  for (let point = 0; point < points.length; point += 3) {
    for (let plane = 0; plane < planes.length; plane += PLANE) {
      most = Math.max(most, distance(planes, plane, points, point));
    }
  }
  expect(most).toBeLessThan(1e-12 * reach);
  for (let i = 0; i < edges.length; i += EDGE) {
    const [from, to, left, right] = edges.subarray(i, i + EDGE);
    for (const point of [3 * from!, 3 * to!]) {
      for (const plane of [left!, right!]) {
        if (plane === FLOOR) expect(points[point + 1]).toBe(0);
        else expect(Math.abs(distance(planes, PLANE * plane, points, point))).toBeLessThan(1e-12 * reach);
      }
    }
  }
}

function distance(planes: Float64Array, plane: number, points: Float64Array, point: number): number {
  const [x, y, z] = [points[point]!, points[point + 1]!, points[point + 2]!];
  return planes[plane]! * x + planes[plane + 1]! * y + planes[plane + 2]! * z - planes[plane + 3]!;
}

describe('a convex solid', () => {
  it('has all points behind its planes, and edges between the two facets that they name', () => {
    fc.assert(
      fc.property(fc.oneof(balls(anywhere), rods(anywhere), prisms), (placed) =>
        expectConvex(convexes([placed], false), 100),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(balls(inPlane), rods(inPlane)), (placed) =>
        expectConvex(convexes([placed], true), 100),
      ),
    );
  });

  it('is the solid that tessellate makes', () => {
    fc.assert(
      fc.property(fc.oneof(balls(anywhere), rods(anywhere), prisms), (placed) => {
        const [own, other] = [convexMesh(convexes([placed], false), 0), meshOf(placed)];
        expect(checkMesh(own)).toMatchObject({
          openEdges: 0,
          crowdedEdges: 0,
          reversedEdges: 0,
          components: 1,
        });
        expect(volume(own) / volume(other)).toBeCloseTo(1, 4);
        const places = new Set(pointsOf(own));
        expect(pointsOf(other).every((point) => places.has(point))).toBe(true);
      }),
    );
  });

  it('is half of it above a plane that mirrors it', () => {
    fc.assert(
      fc.property(fc.oneof(balls(inPlane), rods(inPlane)), (placed) => {
        const half = convexMesh(convexes([placed], true), 0);
        expect(checkMesh(half)).toMatchObject({
          openEdges: 0,
          crowdedEdges: 0,
          reversedEdges: 0,
          components: 1,
        });
        expect((2 * volume(half)) / volume(meshOf(placed))).toBeCloseTo(1, 4);
        expect(Math.min(...half.positions.filter((_, i) => i % 3 === 1))).toBe(0);
      }),
    );
  });

  it('is numbered after those before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(balls(anywhere), rods(anywhere)), { minLength: 2, maxLength: 5 }),
        (row) => {
          const all = convexes(row, false);
          row.forEach((placed, solid) => {
            const one = convexes([placed], false);
            expect(convexMesh(all, solid)).toEqual(convexMesh(one, 0));
            expect(all.boxes.subarray(BOX * solid, BOX * (solid + 1))).toEqual(one.boxes);
            expect(
              all.planes.subarray(PLANE * all.firstPlane[solid]!, PLANE * all.firstPlane[solid + 1]!),
            ).toEqual(one.planes);
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

function pointsOf({ positions }: Mesh): string[] {
  // Sums in another order differ in their last bits.
  const names: string[] = [];
  for (let i = 0; i < positions.length; i += 3) {
    names.push(Array.from(positions.subarray(i, i + 3), (value) => Math.round(value * 1e3) + 0).join());
  }
  return names;
}
