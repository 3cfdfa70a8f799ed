import { type Mesh, parseNetworkSpec, recipeText, VERSION, type Vec3 } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectModel } from '../src/inspect-model.ts';

// biome-ignore format: a row a side
const SIDES = [
  0, 2, 3, 0, 3, 1,
  4, 5, 7, 4, 7, 6,
  0, 1, 5, 0, 5, 4,
  2, 6, 7, 2, 7, 3,
  0, 4, 6, 0, 6, 2,
  1, 3, 7, 1, 7, 5,
];

function box([dx, dy, dz]: Vec3, indices: readonly number[] = SIDES): Mesh {
  const corner = (i: number) => [dx * (i & 1), dy * ((i >> 1) & 1), dz * (i >> 2)];
  return {
    positions: Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7].flatMap(corner)),
    indices: Uint32Array.from(indices),
  };
}

/** What is said of the one body of a file. */
function inspected(mesh: Mesh) {
  return inspectModel({ format: 'any', bodies: [{ name: 'a', mesh }] }).bodies[0]!;
}

describe('a file', () => {
  it('has the triangles, volume and size of its bodies where they stand, mirrored or not', () => {
    const length = fc.integer({ min: 1, max: 200 });
    const scale = fc.constantFrom(1, 2, -1, -0.5);
    fc.assert(
      fc.property(length, length, length, scale, length, (x, y, z, times, at) => {
        // biome-ignore format: a matrix
        const placement = [times, 0, 0, 0, 1, 0, 0, 0, 1, at, 0, 0] as const;
        const { triangles, volumeMm3, sizeMm, bodies } = inspectModel({
          format: 'any',
          bodies: [{ name: 'a', mesh: box([x, y, z]), placement }],
        });
        expect(triangles).toBe(12);
        expect(bodies[0]).toMatchObject({ closed: true, pieces: 1, color: null, slot: null });
        expect(volumeMm3).toBeCloseTo(Math.abs(times) * x * y * z, 6);
        expect(sizeMm).toEqual([Math.abs(times) * x, y, z]);
      }),
    );
  });

  it('without bodies has no size', () => {
    expect(inspectModel({ format: 'OpenSCAD source', bodies: [] })).toEqual({
      ...{ format: 'OpenSCAD source', triangles: 0, volumeMm3: 0, sizeMm: null, bodies: [], recipe: null },
    });
  });

  it('gives its recipe, or says why that cannot be read', () => {
    const spec = parseNetworkSpec({ layers: [2, 3] });
    const recipe = recipeText({ neurofab: VERSION, spec, settings: {} });
    expect(inspectModel({ format: 'any', bodies: [], recipe }).recipe?.spec.layers).toEqual(spec.layers);
    const { recipe: none, recipeFault } = inspectModel({ format: 'any', bodies: [], recipe: 'hello' });
    expect([none, typeof recipeFault]).toEqual([null, 'string']);
  });
});

describe('a body', () => {
  it.each([
    ['has a hole', SIDES.slice(3), { openEdges: 3 }],
    ['has a triangle that looks inwards', [0, 3, 2, ...SIDES.slice(3)], { reversedEdges: 3 }],
    ['is inside out', SIDES.toReversed(), {}],
    ['has a triangle twice', [...SIDES, ...SIDES.slice(0, 3)], { doubledEdges: 3 }],
  ])('is not closed where it %s', (_, indices, counts) => {
    const edges = { openEdges: 0, doubledEdges: 0, reversedEdges: 0 };
    expect(inspected(box([1, 1, 1], indices))).toMatchObject({ closed: false, ...edges, ...counts });
  });

  it('may have triangles without area and be closed', () => {
    const indices = [...SIDES, 0, 0, 1];
    expect(inspected(box([1, 1, 1], indices))).toMatchObject({ degenerateTriangles: 1 });
  });
});
