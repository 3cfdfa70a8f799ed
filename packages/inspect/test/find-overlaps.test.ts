import { type Mesh, tessellate, type Vec3 } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOverlaps } from '../src/overlaps/find-overlaps.ts';
import { placedMesh } from '../src/placed-mesh.ts';

const ball = (center: Vec3, radius = 1) =>
  tessellate({ kind: 'sphere', center, radius, segments: 12, rings: 6 });
const rod = (from: Vec3, to: Vec3, radius = 0.2) =>
  tessellate({ kind: 'cylinder', from, to, radius, segments: 8 });

function box([x, y, z]: Vec3, [dx, dy, dz]: Vec3 = [1, 1, 1]): Mesh {
  const corner = (i: number) => [x + dx * (i & 1), y + dy * ((i >> 1) & 1), z + dz * (i >> 2)];
  return {
    positions: Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7].flatMap(corner)),
    // biome-ignore format: a row a side
    indices: Uint32Array.of(
      0, 2, 3, 0, 3, 1,
      4, 5, 7, 4, 7, 6,
      0, 1, 5, 0, 5, 4,
      2, 6, 7, 2, 7, 3,
      0, 4, 6, 0, 6, 2,
      1, 3, 7, 1, 7, 5,
    ),
  };
}

function insideOut(mesh: Mesh): Mesh {
  return { ...mesh, indices: mesh.indices.toReversed() };
}

function join(...parts: readonly Mesh[]): Mesh {
  let vertices = 0;
  const indices = parts.flatMap((part) => {
    const first = vertices;
    vertices += part.positions.length / 3;
    return [...part.indices].map((index) => index + first);
  });
  return {
    positions: Float32Array.from(parts.flatMap(({ positions }) => [...positions])),
    indices: Uint32Array.from(indices),
  };
}

/** Of each body, whether it shares room with itself, and with others. */
function overlaps(...meshes: readonly Mesh[]): (boolean | null)[][] {
  return findOverlaps(meshes.map((mesh) => placedMesh({ mesh }))).map(({ itself, others }) => [
    itself,
    others,
  ]);
}

const NONE = [false, false];
const ITSELF = [true, false];
const OTHERS = [false, true];

describe('bodies share room', () => {
  it.each([
    ['a ball and a rod that ends in it', ball([0, 0, 0]), rod([0, 0, 0], [5, 0, 0])],
    [
      'rods that cross, with no corner in one another',
      rod([-5, 0, 0], [5, 0, 0]),
      rod([0, -5, 0.1], [0, 5, 0.1]),
    ],
    ['a ball in a ball', ball([0, 0, 0]), ball([0, 0, 0], 3)],
    ['a body twice', ball([0, 0, 0]), ball([0, 0, 0])],
    ['boxes with faces in common planes', box([0, 0, 0]), box([0.5, 0, 0])],
    ['boxes with faces in common planes and a slab in common', box([0, 0, 0]), box([0, 0, 0.99])],
    ['boxes with a corner on the diagonals of the faces beside it', box([0, 0, 0]), box([0.99, 0.99, 0.99])],
    ['boxes that stand in each other like a cross', box([0, 0, 0], [3, 1, 1]), box([1, -1, 0], [1, 3, 1])],
    [
      'a hollow ball and what reaches through its wall',
      join(ball([0, 0, 0], 3), insideOut(ball([0, 0, 0], 2))),
      rod([0, 0, 0], [5, 0, 0]),
    ],
    [
      'what lies in the wall of a hollow ball',
      join(ball([0, 0, 0], 3), insideOut(ball([0, 0, 0], 2))),
      ball([2.4, 0, 0], 0.2),
    ],
  ])('%s', (_, a, b) => {
    expect(overlaps(a, b)).toEqual([OTHERS, OTHERS]);
    expect(overlaps(b, a)).toEqual([OTHERS, OTHERS]);
    expect(overlaps(join(a, b))).toEqual([ITSELF]);
  });

  it.each([
    ['what stands apart', ball([0, 0, 0]), ball([3, 0, 0])],
    ['boxes that share a face', box([0, 0, 0]), box([1, 0, 0])],
    ['boxes that share a part of a face', box([0, 0, 0]), box([1, 0.3, 0.4])],
    ['boxes that share an edge', box([0, 0, 0]), box([1, 1, 0])],
    ['boxes that share a corner', box([0, 0, 0]), box([1, 1, 1])],
    ['boxes that reach into each other by a rounding', box([0, 0, 0]), box([0.99999, 0.3, 0.4])],
    ['rods whose boxes cross', rod([0, 0, 0], [5, 5, 0]), rod([0, 5, 1], [5, 0, 1])],
    ['a ball in a hollow', join(ball([0, 0, 0], 3), insideOut(ball([0, 0, 0], 2))), ball([0, 0, 0])],
    ['what fills a hollow', join(box([0, 0, 0], [3, 3, 3]), insideOut(box([1, 1, 1]))), box([1, 1, 1])],
  ])('only where they do: %s', (_, a, b) => {
    expect(overlaps(a, b)).toEqual([NONE, NONE]);
    expect(overlaps(b, a)).toEqual([NONE, NONE]);
    expect(overlaps(join(a, b))).toEqual([NONE]);
  });

  it('where boxes do, wherever they stand', () => {
    const inCommonPlanes = fc.constantFrom(0, 0.002, 0.5, 0.99, -0.998, 1, -1);
    const place = fc.oneof(fc.double({ min: -1.5, max: 1.5, noNaN: true }), inCommonPlanes);
    fc.assert(
      fc.property(place, place, place, (...at) => {
        const least = Math.min(...at.map((shift) => 1 - Math.abs(shift)));
        fc.pre(Math.abs(least) > 1e-3);
        const expected = least > 0 ? OTHERS : NONE;
        expect(overlaps(box([0, 0, 0]), box(at))).toEqual([expected, expected]);
      }),
      { numRuns: 500 },
    );
  });

  it('and those of three that do', () => {
    expect(overlaps(ball([0, 0, 0]), ball([9, 0, 0]), rod([0, 0, 0], [5, 0, 0]))).toEqual([
      OTHERS,
      NONE,
      OTHERS,
    ]);
  });

  it('where they are placed, mirrored or not', () => {
    // biome-ignore format: a matrix
    const placed = (x: number, scale: number) => [
      { name: 'a', mesh: ball([0, 0, 0]) },
      { name: 'b', mesh: ball([0, 0, 0], 0.1), placement: [scale, 0, 0, 0, 1, 0, 0, 0, 1, x, 0, 0] as const },
    ].map(placedMesh);
    for (const scale of [1, -1]) {
      expect(findOverlaps(placed(0.3, scale)).map(({ others }) => others)).toEqual([true, true]);
      expect(findOverlaps(placed(1.3, scale)).map(({ others }) => others)).toEqual([false, false]);
    }
  });

  it('or it takes too long to say', () => {
    const balls = [0, 3, 6, 9].map((x) => placedMesh({ mesh: ball([x, 0, 0]) }));
    expect(findOverlaps(balls, 3)).toEqual(balls.map(() => ({ itself: null, others: null })));
    expect(findOverlaps(balls)).toEqual(balls.map(() => ({ itself: false, others: false })));
  });
});
