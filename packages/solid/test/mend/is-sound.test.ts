import { describe, expect, it } from 'vitest';
import { hasVolume } from '../../src/mend/has-volume.ts';
import { isSound } from '../../src/mend/is-sound.ts';
import { AIR, FACET, type Surface } from '../../src/surface.ts';

/** A pyramid over a square of which one half is part 0 and the other part 1, cut apart by an upright triangle. */
const PYRAMID: Surface = {
  unit: 1,
  mirror: undefined,
  points: Int32Array.from([0, 0, 0, 90, 0, 0, 90, 90, 0, 0, 90, 0, 40, 40, 60]),
  facets: Int32Array.from(
    [
      [0, 2, 1, 0, AIR],
      [0, 3, 2, 1, AIR],
      [0, 1, 4, 0, AIR],
      [1, 2, 4, 0, AIR],
      [2, 3, 4, 1, AIR],
      [3, 0, 4, 1, AIR],
      [0, 4, 2, 0, 1],
    ].flat(),
  ),
};

const changed = (change: (facets: Int32Array) => void): Surface => {
  const facets = PYRAMID.facets.slice();
  change(facets);
  return { ...PYRAMID, facets };
};

describe('a surface', () => {
  it('is sound if every body is closed', () => {
    expect(isSound(PYRAMID)).toBe(true);
    expect(hasVolume(PYRAMID)).toBe(true);
  });

  it.each<[string, Surface]>([
    ['lacks a facet', { ...PYRAMID, facets: PYRAMID.facets.subarray(FACET) }],
    ['lacks what is between two parts', { ...PYRAMID, facets: PYRAMID.facets.subarray(0, -FACET) }],
    [
      'has a facet twice',
      { ...PYRAMID, facets: Int32Array.from([...PYRAMID.facets, ...PYRAMID.facets.subarray(0, FACET)]) },
    ],
    ['has a facet the wrong way round', changed((facets) => facets.set([1, 2, 0]))],
    ['has a facet that separates nothing', changed((facets) => facets.set([1, 1], 3))],
    ['gives a facet to another part', changed((facets) => facets.set([1], 3))],
    [
      'has a facet without area',
      { ...PYRAMID, points: Int32Array.from([...PYRAMID.points.subarray(0, 12), 45, 0, 0]) },
    ],
    ['has a facet with a repeated point', changed((facets) => facets.set([0, 1, 1]))],
  ])('is not if it %s', (_, surface) => {
    expect(isSound(surface)).toBe(false);
  });

  it('is not if four facets of a body share an edge', () => {
    const twice = [...PYRAMID.facets];
    // Another pyramid on the first two points.
    const points = [...PYRAMID.points, 0, -90, 0, 90, -90, 0, 40, -40, 60];
    const other = [0, 1, 6, 0, 6, 5, 0, 7, 1, 1, 7, 6, 6, 7, 5, 5, 7, 0];
    for (let i = 0; i < other.length; i += 3) twice.push(other[i]!, other[i + 1]!, other[i + 2]!, 0, AIR);
    expect(isSound({ ...PYRAMID, points: Int32Array.from(points), facets: Int32Array.from(twice) })).toBe(
      false,
    );
  });

  it('may be open in the plane that mirrors it, and nowhere else', () => {
    // The facets between points 0, 1 and 4 stand in the plane y = 0 if the tip does.
    const points = PYRAMID.points.slice();
    points[13] = 0;
    const half = [0, 2, 1, 0, 3, 2, 1, 2, 4, 2, 3, 4, 3, 0, 4].flatMap((point, i) =>
      i % 3 === 2 ? [point, 0, AIR] : [point],
    );
    const surface = { ...PYRAMID, points, facets: Int32Array.from(half) };
    expect(isSound(surface)).toBe(false);
    expect(isSound({ ...surface, mirror: 7 })).toBe(true);
    const withFloor = Int32Array.from([...half, 0, 1, 4, 0, AIR]);
    expect(isSound({ ...surface, facets: withFloor })).toBe(true);
    expect(isSound({ ...surface, mirror: 7, facets: withFloor })).toBe(false);
  });

  it('has no volume if a body is inside out', () => {
    const facets = PYRAMID.facets.slice();
    for (let i = 0; i < facets.length; i += FACET) facets.set([facets[i + 1]!, facets[i]!], i);
    expect(hasVolume({ ...PYRAMID, facets })).toBe(false);
  });
});
