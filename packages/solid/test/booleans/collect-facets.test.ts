import { describe, expect, it } from 'vitest';
import { collectFacets } from '../../src/booleans/collect-facets.ts';
import { AIR, FACET, NEAR } from '../../src/surface.ts';

const UNIT = 2 ** -4;

/** What a kernel gives: a facet a row of three points, each with a label. */
function kernelMesh(...facets: readonly { points: readonly (readonly number[])[]; label: number }[]) {
  const mesh = {
    numProp: 3,
    vertProperties: Float32Array.from(facets.flatMap(({ points }) => points.flat())),
    triVerts: Uint32Array.from({ length: 3 * facets.length }, (_, i) => i),
    runIndex: Uint32Array.from({ length: facets.length + 1 }, (_, i) => 3 * i),
    runOriginalID: Uint32Array.from(facets, ({ label }) => label),
  };
  return { getMesh: () => mesh } as unknown as Parameters<ReturnType<typeof collectFacets>['add']>[0];
}

const FACE = [
  [0, 1, 0],
  [1, 1, 0],
  [1.02, 2, 0.99],
];

describe('collected facets', () => {
  it('have their points on the lattice, each once, and the labels that they are given', () => {
    const collector = collectFacets(UNIT, undefined);
    collector.add(kernelMesh({ points: FACE, label: 7 }, { points: FACE.toReversed(), label: 8 }), (label) =>
      label === 7 ? [3, AIR] : [4, 3],
    );
    const { unit, mirror, points, facets } = collector.surface();
    expect({ unit, mirror }).toEqual({ unit: UNIT, mirror: undefined });
    expect([...points]).toEqual([0, 16, 0, 16, 16, 0, 16, 32, 16]);
    expect([...facets]).toEqual([0, 1, 2, 3, AIR, 2, 1, 0, 4, 3]);
  });

  it('leave out labels that nobody wants', () => {
    const collector = collectFacets(UNIT, undefined);
    collector.add(kernelMesh({ points: FACE, label: 7 }), () => undefined);
    expect(collector.surface().facets).toHaveLength(0);
  });

  it('of a half lack its floor, and what is near the floor lies in it', () => {
    const collector = collectFacets(UNIT, 100);
    const floor = [
      [0, 0, 0],
      [1, 0, 0],
      [0, NEAR * UNIT, 1],
    ];
    const wall = [
      [0, 0, 0],
      [1, 0, 0],
      [0, (NEAR + 1) * UNIT, 1],
    ];
    collector.add(kernelMesh({ points: floor, label: 0 }, { points: wall, label: 0 }), () => [0, AIR]);
    const { mirror, points, facets } = collector.surface();
    expect(mirror).toBe(100);
    expect(facets.length / FACET).toBe(1);
    expect([...points].filter((_, i) => i % 3 === 1)).toEqual([0, 0, 0, NEAR + 1]);
  });
});
