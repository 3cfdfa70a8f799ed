import { describe, expect, it } from 'vitest';
import { apart, cutFacets, cutsOfFlatFacets, cutsOfOpenEdges } from '../../src/mend/cuts.ts';
import { AIR, edgeNumber, FACET, type Surface } from '../../src/surface.ts';

function surfaceOf(points: readonly (readonly number[])[], facets: readonly (readonly number[])[]): Surface {
  return {
    unit: 1,
    mirror: undefined,
    points: Int32Array.from(points.flat()),
    facets: Int32Array.from(facets.flatMap((corners) => [...corners, 0, AIR])),
  };
}

const LINE = [
  [0, 0, 0],
  [1000, 0, 0],
  [400, 0, 0],
  [400, 5, 0],
  [400, 900, 0],
] as const;

describe('a facet without area', () => {
  it('is cut at its middle point, whichever corner that is', () => {
    for (const corners of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const [cut] = cutsOfFlatFacets(surfaceOf(LINE, [corners]), new Set());
      expect([cut!.from, cut!.to].toSorted()).toEqual([0, 1]);
      expect(cut!.at).toBe(2);
    }
    expect(cutsOfFlatFacets(surfaceOf(LINE, [[0, 1, 4]]), new Set())).toEqual([]);
  });

  it('need only be nearly flat where facets fold onto each other', () => {
    const surface = surfaceOf(LINE, [[0, 1, 3]]);
    expect(cutsOfFlatFacets(surface, new Set())).toEqual([]);
    expect(cutsOfFlatFacets(surface, new Set([edgeNumber(surface, 3, 4)]))).toHaveLength(1);
  });
});

describe('an open edge', () => {
  it('is cut at a point on it that another open edge leads to', () => {
    const surface = surfaceOf(LINE, []);
    expect(
      cutsOfOpenEdges(surface, [
        [0, 1],
        [0, 3],
        [3, 1],
      ]),
    ).toEqual([{ from: 0, to: 1, at: 3 }]);
    expect(
      cutsOfOpenEdges(surface, [
        [0, 1],
        [0, 4],
        [4, 1],
      ]),
    ).toEqual([]);
  });
});

describe('cuts', () => {
  it('that share a point wait for each other, the longest edge first', () => {
    const surface = surfaceOf(LINE, []);
    const cuts = [
      { from: 0, to: 2, at: 3 },
      { from: 0, to: 1, at: 2 },
    ];
    expect([...apart(surface, cuts)]).toEqual([[edgeNumber(surface, 0, 1), 2]]);
  });

  it('leave the sides of a facet as they are, but for the points that they pass through', () => {
    const points = [
      [0, 0, 0],
      [100, 0, 0],
      [0, 100, 0],
      [50, 0, 0],
      [50, 50, 0],
      [0, 50, 0],
    ];
    const sides = [
      [0, 1, 3],
      [1, 2, 4],
      [2, 0, 5],
    ] as const;
    for (let mask = 0; mask < 8; mask++) {
      const surface = surfaceOf(points, [[0, 1, 2]]);
      const chosen = sides.filter((_, i) => (mask & (1 << i)) !== 0);
      const facets = cutFacets(
        surface,
        new Map(chosen.map(([from, to, at]) => [edgeNumber(surface, from, to), at])),
      );
      expect(facets.length / FACET).toBe(1 + chosen.length);
      const balance = new Map<string, number>();
      const pass = (from: number, to: number, way: number) => {
        const key = from < to ? `${from} ${to}` : `${to} ${from}`;
        balance.set(key, (balance.get(key) ?? 0) + (from < to ? way : -way));
      };
      for (let i = 0; i < facets.length; i += FACET) {
        for (let corner = 0; corner < 3; corner++)
          pass(facets[i + corner]!, facets[i + ((corner + 1) % 3)]!, 1);
        expect([...facets.subarray(i + 3, i + 5)]).toEqual([0, AIR]);
      }
      sides.forEach(([from, to, at], i) => {
        if ((mask & (1 << i)) === 0) pass(from, to, -1);
        else {
          pass(from, at, -1);
          pass(at, to, -1);
        }
      });
      expect([...balance.values()].every((value) => value === 0)).toBe(true);
    }
  });
});
