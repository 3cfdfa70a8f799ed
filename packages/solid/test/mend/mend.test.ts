import { describe, expect, it } from 'vitest';
import { isSound } from '../../src/mend/is-sound.ts';
import { mend } from '../../src/mend/mend.ts';
import { AIR, FACET, type Surface } from '../../src/surface.ts';

const SIZE = 100_000;

/** A cube's corners, and facets around it. */
const CORNERS = Array.from({ length: 8 }, (_, i) => [i & 1, (i >> 1) & 1, i >> 2].map((bit) => SIZE * bit));
const SQUARES = [
  [0, 2, 3, 1],
  [4, 5, 7, 6],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 4, 6, 2],
  [1, 3, 7, 5],
];

type Facet = readonly [a: number, b: number, c: number];

const CUBE: readonly Facet[] = SQUARES.flatMap(([a, b, c, d]): Facet[] => [
  [a!, b!, c!],
  [a!, c!, d!],
]);

function surfaceOf(facets: readonly Facet[], ...more: readonly (readonly number[])[]): Surface {
  return {
    unit: 1,
    mirror: undefined,
    points: Int32Array.from([...CORNERS, ...more].flat()),
    facets: Int32Array.from(facets.flatMap((corners) => [...corners, 0, AIR])),
  };
}

const takeTurn = () => undefined;

describe('a surface', () => {
  it('stays as it is if it is sound', async () => {
    const surface = surfaceOf(CUBE);
    expect(await mend(surface, takeTurn)).toBe(surface);
  });

  it('is cut where an edge meets a chain of shorter ones', async () => {
    // The square 0 2 3 1 goes through a point of the edge from 0 to 1 that its neighbour lacks.
    const facets: Facet[] = [...CUBE.slice(2), [0, 2, 8], [2, 3, 8], [3, 1, 8]];
    const mended = await mend(surfaceOf(facets, [SIZE / 3, 1, 0]), takeTurn);
    expect(isSound(mended!)).toBe(true);
    expect(mended!.facets.length / FACET).toBe(14);
  });

  it('loses a facet that rounding left without area', async () => {
    // A sliver between the edge from 0 to 1 and the chain through a point on it.
    const facets: Facet[] = [...CUBE.slice(2), [0, 2, 8], [2, 3, 8], [3, 1, 8], [0, 8, 1]];
    const mended = await mend(surfaceOf(facets, [SIZE / 2, 0, 0]), takeTurn);
    expect(isSound(mended!)).toBe(true);
    expect(mended!.facets.length / FACET).toBe(14);
  });

  it('loses sheets that fell onto each other', async () => {
    // Two facets that stand on the edge from 0 to 1, one on the other.
    const mended = await mend(surfaceOf([...CUBE, [0, 1, 8], [1, 0, 8]], [SIZE / 2, -SIZE, 0]), takeTurn);
    expect(isSound(mended!)).toBe(true);
    expect(mended!.facets.length / FACET).toBe(12);
    expect(mended!.facets.filter((_, i) => i % FACET < 3)).not.toContain(8);
  });

  it('is given up if a facet is missing, or two bodies share an edge', async () => {
    expect(await mend(surfaceOf(CUBE.slice(1)), takeTurn)).toBeUndefined();
    const other: Facet[] = [
      [0, 1, 8],
      [1, 9, 8],
      [9, 0, 8],
      [1, 0, 9],
    ];
    const touching = surfaceOf([...CUBE, ...other], [SIZE / 2, -SIZE, -SIZE], [SIZE / 2, -SIZE, SIZE]);
    expect(await mend(touching, takeTurn)).toBeUndefined();
  });
});
