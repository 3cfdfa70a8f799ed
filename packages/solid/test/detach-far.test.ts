import { checkMesh, type Mesh } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detachFar } from '../src/detach-far.ts';
import { gapRoof } from '../src/gap-roof/gap-roof.ts';
import { manifoldOf } from './gap-roof/plain-union.ts';

const [LENGTH, FROM, TO] = [32, 5, 27];

function roof(left: number, right: number, segments = 12): Mesh {
  const gap = { left, right, from: 0, to: LENGTH, middle: 0, nodeSpacing: 16, connectionRadius: 1, segments };
  return gapRoof(gap)!;
}

/** The corners of some triangles, as text. */
function triangles({ positions, indices }: Mesh, start = 0, end = indices.length): string[] {
  const texts: string[] = [];
  for (let i = start; i < end; i += 3) {
    const corners = [...indices.subarray(i, i + 3)].map((vertex) =>
      positions.subarray(3 * vertex, 3 * vertex + 3).join(' '),
    );
    texts.push(corners.join('; '));
  }
  return texts;
}

describe('a mesh without its far facets', () => {
  it('is closed, and with them has all its triangles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 }), (left, right) => {
        const mesh = roof(left, right);
        const { near, caps, far } = detachFar(mesh, FROM, TO);
        expect(checkMesh(near)).toMatchObject({ openEdges: 0, crowdedEdges: 0, reversedEdges: 0 });
        expect([...triangles(near, 0, caps), ...triangles(far)].sort()).toEqual(triangles(mesh).sort());
      }),
      { numRuns: 20 },
    );
  });

  it('has caps between the two planes alone, as are the far facets', () => {
    const { near, caps, far } = detachFar(roof(5, 6), FROM, TO);
    expect(far.indices.length).toBeGreaterThan(0);
    for (const [{ positions, indices }, start] of [
      [near, caps],
      [far, 0],
    ] as const) {
      for (const vertex of indices.subarray(start)) {
        expect(positions[3 * vertex]).toBeGreaterThan(FROM);
        expect(positions[3 * vertex]).toBeLessThan(TO);
      }
    }
  });

  it('is the same as before to whatever stays beyond the planes', () => {
    const mesh = roof(6, 5);
    const [whole, near] = [manifoldOf(mesh), manifoldOf(detachFar(mesh, FROM, TO).near)];
    for (const x of [0, TO]) {
      const beyond = (manifold: typeof whole) => {
        const half = x === 0 ? manifold.trimByPlane([-1, 0, 0], -FROM) : manifold.trimByPlane([1, 0, 0], TO);
        return half.volume();
      };
      expect(beyond(near)).toBeCloseTo(beyond(whole), 4);
    }
  });

  it('is all of it where every facet reaches beyond them', () => {
    const mesh = roof(1, 1);
    const { near, caps, far } = detachFar(mesh, FROM, TO);
    expect(far.indices).toHaveLength(0);
    expect([near.indices.length, caps]).toEqual([mesh.indices.length, mesh.indices.length]);
  });
});
