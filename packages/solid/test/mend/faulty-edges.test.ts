import { describe, expect, it } from 'vitest';
import { findFaultyEdges } from '../../src/mend/faulty-edges.ts';
import { AIR, edgeNumber, type Surface } from '../../src/surface.ts';

type Facet = readonly [a: number, b: number, c: number, inside: number, outside: number];

function surfaceOf(facets: readonly Facet[]): Surface {
  const count = 1 + Math.max(...facets.flat());
  const points = Int32Array.from({ length: 3 * count }, (_, i) => i * i);
  return { unit: 1, mirror: undefined, points, facets: Int32Array.from(facets.flat()) };
}

/** A double cone over a ring of points: its two tips have an edge for each. */
function doubleCone(sides: number, label = 0): Facet[] {
  return Array.from({ length: sides }, (_, i): Facet[] => {
    const [a, b] = [2 + i, 2 + ((i + 1) % sides)];
    return [
      [a, b, 0, label, AIR],
      [b, a, 1, label, AIR],
    ];
  }).flat();
}

describe('the edges of a surface', () => {
  it('are all in order where it is closed, with few edges a point or many', () => {
    for (const sides of [3, 8, 500]) {
      const { open, crowded } = findFaultyEdges(surfaceOf(doubleCone(sides)));
      expect(open).toEqual([]);
      expect(crowded.size).toBe(0);
    }
  });

  it('are open around a facet that is missing', () => {
    for (const sides of [8, 500]) {
      const { open } = findFaultyEdges(surfaceOf(doubleCone(sides).slice(1)));
      expect(open.map((edge) => edge.toSorted((a, b) => a - b))).toEqual([
        [0, 2],
        [0, 3],
        [2, 3],
      ]);
    }
  });

  it('are open around a facet that is turned over', () => {
    const [[a, b, c, inside, outside], ...others] = doubleCone(8) as [Facet, ...Facet[]];
    expect(findFaultyEdges(surfaceOf([[b, a, c, inside, outside], ...others])).open).toHaveLength(3);
  });

  it('are judged body by body', () => {
    const facets = doubleCone(4).map(([a, b, c], i): Facet => [a, b, c, i === 0 ? 1 : 0, AIR]);
    expect(findFaultyEdges(surfaceOf(facets)).open).toHaveLength(3);
  });

  it('are crowded where a body touches itself along one', () => {
    const tetrahedron = (a: number, b: number, c: number, d: number): Facet[] => [
      [a, b, c, 0, AIR],
      [b, a, d, 0, AIR],
      [c, b, d, 0, AIR],
      [a, c, d, 0, AIR],
    ];
    const surface = surfaceOf([...tetrahedron(0, 1, 2, 3), ...tetrahedron(0, 1, 4, 5)]);
    const { open, crowded } = findFaultyEdges(surface);
    expect(open).toEqual([]);
    expect([...crowded]).toEqual([edgeNumber(surface, 0, 1)]);
  });

  it('have one facet in the plane of a mirror, and two there are as crowded as more', () => {
    // Points 0, 1 and 2 lie in the plane y = 0.
    const points = Int32Array.from([0, 0, 0, 9, 0, 0, 4, 0, 9, 4, 9, 4, 4, 9, -4]);
    const half = (facets: readonly Facet[]): Surface => ({
      ...surfaceOf(facets),
      points,
      mirror: 3,
    });
    const above: Facet[] = [
      [1, 0, 3, 0, AIR],
      [2, 1, 3, 0, AIR],
      [0, 2, 3, 0, AIR],
    ];
    expect(findFaultyEdges(half(above))).toEqual({ open: [], crowded: new Set() });
    expect(findFaultyEdges({ ...half(above), mirror: undefined }).open).toHaveLength(3);
    const wedge: Facet[] = [
      [1, 0, 4, 0, AIR],
      [0, 1, 4, 0, AIR],
    ];
    const surface = half(wedge);
    expect(findFaultyEdges(surface).crowded).toContain(edgeNumber(surface, 0, 1));
  });
});
