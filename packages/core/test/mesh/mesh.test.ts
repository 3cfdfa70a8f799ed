import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTriangles, type Mesh, meshBounds, tessellate, volume } from '../../src/index.ts';
import { joinBounds } from '../../src/internal.ts';

// The corner of a cube: legs of 3, 4 and 5, so a sixth of 60.
const TETRAHEDRON: Mesh = {
  positions: Float32Array.of(1, 1, 1, 4, 1, 1, 1, 5, 1, 1, 1, 6),
  indices: Uint32Array.of(0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3),
};

describe('volume', () => {
  it('is that of a tetrahedron, wherever it stands', () => {
    const numbers = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.tuple(numbers, numbers, numbers), (offset) => {
        const positions = TETRAHEDRON.positions.map((value, i) => value + offset[i % 3]!);
        expect(volume({ ...TETRAHEDRON, positions })).toBeCloseTo(10, 6);
      }),
    );
  });

  it('is negative inside out, and 0 for nothing', () => {
    expect(volume({ ...TETRAHEDRON, indices: TETRAHEDRON.indices.toReversed() })).toBeCloseTo(-10, 9);
    expect(volume({ positions: new Float32Array(), indices: new Uint32Array() })).toBe(0);
  });

  it('comes close to the ideal of a fine sphere', () => {
    const sphere = tessellate({ kind: 'sphere', center: [9, 9, 9], radius: 3, segments: 400, rings: 200 });
    expect(volume(sphere) / (36 * Math.PI)).toBeCloseTo(1, 3);
  });
});

describe('bounds', () => {
  it('are the smallest and largest coordinates', () => {
    expect(meshBounds(TETRAHEDRON)).toStrictEqual({ min: [1, 1, 1], max: [4, 5, 6] });
  });

  it('of nothing are empty, and join as nothing', () => {
    const nothing = meshBounds({ positions: new Float32Array(), indices: new Uint32Array() });
    expect(nothing).toStrictEqual({
      min: [Infinity, Infinity, Infinity],
      max: [-Infinity, -Infinity, -Infinity],
    });
    expect(joinBounds(nothing, meshBounds(TETRAHEDRON))).toStrictEqual(meshBounds(TETRAHEDRON));
  });

  it('of two boxes hold both', () => {
    const a = { min: [0, 1, 2], max: [3, 4, 5] } as const;
    const b = { min: [-1, 2, 0], max: [2, 9, 5] } as const;
    expect(joinBounds(a, b)).toStrictEqual({ min: [-1, 1, 0], max: [3, 9, 5] });
    expect(joinBounds(b, a)).toStrictEqual(joinBounds(a, b));
  });
});

it('countTriangles counts threes of indices', () => {
  expect(countTriangles(TETRAHEDRON)).toBe(4);
});
