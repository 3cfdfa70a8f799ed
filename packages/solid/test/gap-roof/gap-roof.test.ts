import { checkMesh, type Mesh, meshBounds } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeAxes } from '../../src/gap-roof/arrange-axes.ts';
import { gapRoof } from '../../src/gap-roof/gap-roof.ts';
import { connectionProfile } from '../../src/gap-roof/profile.ts';
import { manifoldOf, meshOf, nodesUnion, plainUnion, type Shape, solidsOf } from './plain-union.ts';

const round = (value: number) => Number(value.toFixed(3));
const ratio = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map(round);

/** Gaps of any proportions that a spec accepts; `proportions` bounds them, in node radii. */
function gaps(max: number, maxSegments: number, steep = false): fc.Arbitrary<Shape> {
  return fc
    .record({
      left: fc.integer({ min: 1, max }),
      right: fc.integer({ min: 1, max }),
      nodeRadius: ratio(0.5, 20),
      connection: steep ? ratio(0.4, 0.97) : ratio(0.1, 0.9),
      nodes: steep ? ratio(2.01, 2.6) : ratio(2.05, 6),
      layers: steep ? ratio(2.01, 2.6) : ratio(2.05, 12),
      from: ratio(0, 200),
      middle: ratio(0, 200),
      segments: fc.integer({ min: 2, max: maxSegments / 2 }).map((half) => 2 * half),
    })
    .map(({ left, right, nodeRadius, connection, nodes, layers, from, middle, segments }) => ({
      nodeRadius,
      gap: {
        left,
        right,
        from,
        to: from + nodeRadius * layers,
        middle,
        nodeSpacing: nodeRadius * nodes,
        connectionRadius: nodeRadius * connection,
        segments,
      },
    }));
}

function usual(left: number, right: number, segments: number): Shape {
  const gap = { left, right, from: 0, to: 32, middle: 0, nodeSpacing: 16, connectionRadius: 1, segments };
  return { gap, nodeRadius: 4 };
}

/** The same gap with its layers closer together. */
function short(shape: Shape): Shape {
  return { ...shape, gap: { ...shape.gap, to: 12 } };
}

describe('the roof of a gap', () => {
  it('is closed, and manifold-3d accepts it, whatever the gap', () => {
    fc.assert(
      fc.property(fc.oneof(gaps(12, 40), gaps(12, 40, true)), ({ gap }) => {
        const mesh = gapRoof(gap)!;
        const { openEdges, crowdedEdges, reversedEdges, strayIndices, components, volume } = checkMesh(mesh);
        expect({ openEdges, crowdedEdges, reversedEdges, strayIndices, components }).toEqual({
          openEdges: 0,
          crowdedEdges: 0,
          reversedEdges: 0,
          strayIndices: 0,
          components: 1,
        });
        expect(volume).toBeGreaterThan(0);
        expect(flippedOnFloor(mesh)).toBe(0);
        const manifold = manifoldOf(mesh);
        expect(manifold.status()).toBe('NoError');
        manifold.delete();
      }),
      { numRuns: 30 },
    );
  });

  it('is, with the nodes at its ends, the plain union of its connections', () => {
    fc.assert(
      fc.property(fc.oneof(gaps(5, 16), gaps(6, 12, true)), (shape) => expectEqualSolids(shape)),
      { numRuns: 30 },
    );
  });

  it.each([
    ['one connection', usual(1, 1, 24)],
    ['one node on the left', usual(1, 8, 16)],
    ['one node on the right', usual(8, 1, 16)],
    ['one crossing', usual(2, 2, 24)],
    ['many connections through one point', usual(6, 6, 12)],
    ['layers of unequal size', usual(8, 3, 16)],
    ['four sides, all upright or flat', usual(5, 4, 4)],
    ['steep connections that cross', usual(20, 2, 8)],
    ['steep connections, past neighbouring nodes', usual(1, 40, 8)],
    ['steep connections, over the ends of others', short(usual(7, 5, 8))],
  ])('is, with the nodes at its ends, the plain union of its connections: %s', (_, shape) => {
    expectEqualSolids(shape);
  });

  it('has no triangle without area at usual sizes, and every one in the plane faces down', () => {
    for (const [left, right, segments] of [
      [6, 6, 24],
      [16, 16, 24],
      [16, 16, 28],
      [24, 13, 16],
      [48, 31, 24],
    ] as const) {
      const mesh = gapRoof(usual(left, right, segments).gap)!;
      expect(checkMesh(mesh)).toMatchObject({ closed: true, repeatedVertices: 0 });
      expect(flippedOnFloor(mesh)).toBe(0);
    }
  });

  it('is the same for the same gap turned around', () => {
    for (const [left, right] of [
      [3, 5],
      [7, 2],
      [6, 6],
    ] as const) {
      const [one, other] = [usual(left, right, 12), usual(right, left, 12)].map(({ gap }) =>
        checkMesh(gapRoof(gap)!),
      );
      expect(one!.triangles).toBe(other!.triangles);
      expect(one!.volume).toBeCloseTo(other!.volume, 3);
    }
  });

  it('is left to others for an odd number of sides', () => {
    expect(gapRoof(usual(2, 2, 7).gap)).toBeUndefined();
  });
});

describe('the arrangement of a gap', () => {
  it('cuts the plane into as many faces as Euler says', () => {
    for (let left = 1; left <= 9; left++) {
      for (let right = 1; right <= 9; right++) {
        const { points, closedFaces } = arrangeAxes(left, right);
        const closed = [...closedFaces()];
        const open = left - 1 + (right - 1) + 2;
        // Every side of a face once from either side; the open faces have two sides each, the outermost one.
        const sides = closed.reduce((sum, { axes }) => sum + axes.length, 0);
        const pieces = (sides + 2 * open - 2) / 2;
        // The open faces are one face of the plane.
        expect(points.length - pieces + closed.length + 1).toBe(2);
      }
    }
  });

  it('has the crossings that pairwise intersection finds', () => {
    for (const [left, right] of [
      [2, 3],
      [4, 4],
      [5, 7],
    ] as const) {
      const found = new Set(
        arrangeAxes(left, right)
          .points.slice(left + right)
          .map(({ way, row }) => `${way.toFixed(9)} ${row.toFixed(9)}`),
      );
      const expected = new Set<string>();
      for (let i = 0; i < left; i++)
        for (let k = i + 1; k < left; k++)
          for (let j = 0; j < right; j++)
            for (let l = 0; l < j; l++) {
              const way = (k - i) / (k - i + j - l);
              const [a, b] = [i - (left - 1) / 2, j - (right - 1) / 2];
              expected.add(`${way.toFixed(9)} ${(a + way * (b - a) + 0).toFixed(9)}`);
            }
      const normal = (set: Set<string>) =>
        [...set].map((text) => text.replace('-0.000000000', '0.000000000')).sort();
      expect(normal(found)).toEqual(normal(expected));
    }
  });
});

describe('the profile of a connection', () => {
  it('falls from a flat top to the plane or to an upright side', () => {
    for (let segments = 4; segments <= 100; segments += 2) {
      const { distances, heights } = connectionProfile(1, segments)!;
      for (let i = 1; i < distances.length; i++) {
        expect(distances[i]).toBeGreaterThan(distances[i - 1]!);
        expect(heights[i]).toBeLessThanOrEqual(heights[i - 1]!);
      }
      expect(heights[1]).toBe(heights[0]);
      expect(heights.at(-1)).toBeCloseTo(segments % 4 === 0 ? Math.sin(Math.PI / segments) : 0, 12);
    }
  });
});

function expectEqualSolids(shape: Shape) {
  const solids = solidsOf(shape);
  const balls = nodesUnion(solids.nodes);
  const [roof, union] = [manifoldOf(gapRoof(shape.gap)!), plainUnion(solids)];
  const [ours, plain] = [roof.add(balls), union.add(balls)];
  const volume = plain.volume();
  expect(Math.abs(ours.volume() / volume - 1)).toBeLessThan(1e-5);
  const [more, less] = [ours.subtract(plain), plain.subtract(ours)];
  expect((more.volume() + less.volume()) / volume).toBeLessThan(1e-5);
  const [a, b] = [meshBounds(meshOf(ours)), meshBounds(meshOf(plain))];
  const size = b.max[2] - b.min[2];
  for (const axis of [0, 1, 2] as const) {
    expect(Math.abs(a.min[axis] - b.min[axis]) / size).toBeLessThan(1e-6);
    expect(Math.abs(a.max[axis] - b.max[axis]) / size).toBeLessThan(1e-6);
  }
  expect(ours.genus()).toBe(plain.genus());
  for (const manifold of [balls, roof, union, ours, plain, more, less]) manifold.delete();
}

function flippedOnFloor({ positions, indices }: Mesh): number {
  let count = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [3 * indices[i]!, 3 * indices[i + 1]!, 3 * indices[i + 2]!];
    if (positions[a + 1] !== 0 || positions[b + 1] !== 0 || positions[c + 1] !== 0) continue;
    const [ux, uz] = [positions[b]! - positions[a]!, positions[b + 2]! - positions[a + 2]!];
    const [wx, wz] = [positions[c]! - positions[a]!, positions[c + 2]! - positions[a + 2]!];
    if (uz * wx - ux * wz >= 0) count++;
  }
  return count;
}
