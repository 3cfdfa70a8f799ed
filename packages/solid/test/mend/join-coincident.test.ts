import { describe, expect, it } from 'vitest';
import { joinCoincident } from '../../src/mend/join-coincident.ts';
import { AIR, FACET, type Surface } from '../../src/surface.ts';

function joined(facets: readonly (readonly number[])[], mirror?: number): number[][] {
  const points = Int32Array.from([0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 9, 0]);
  const surface: Surface = { unit: 1, mirror, points, facets: Int32Array.from(facets.flat()) };
  const left = [...joinCoincident(surface).facets];
  return Array.from({ length: left.length / FACET }, (_, i) => left.slice(FACET * i, FACET * (i + 1)));
}

describe('facets on the same points', () => {
  it('that face each other vanish if nothing is between them and the same beyond', () => {
    expect(
      joined([
        [0, 1, 2, 0, AIR],
        [0, 2, 1, 0, AIR],
      ]),
    ).toEqual([]);
    expect(
      joined([
        [0, 1, 2, 0, AIR],
        [2, 1, 0, 0, AIR],
      ]),
    ).toEqual([]);
  });

  it('are one that separates what is beyond them', () => {
    expect(
      joined([
        [0, 1, 2, 0, AIR],
        [1, 0, 2, 1, AIR],
      ]),
    ).toEqual([[0, 1, 2, 0, 1]]);
    expect(
      joined([
        [0, 1, 2, 0, 1],
        [1, 2, 0, 1, AIR],
      ]),
    ).toEqual([[0, 1, 2, 0, AIR]]);
  });

  it('stay if what is between them differs', () => {
    const facets = [
      [0, 1, 2, 0, 1],
      [0, 1, 2, 2, AIR],
    ];
    expect(joined(facets)).toEqual(facets);
  });

  it('are joined two at a time', () => {
    expect(
      joined([
        [0, 1, 2, 0, AIR],
        [0, 2, 1, 0, AIR],
        [0, 1, 2, 0, AIR],
      ]),
    ).toEqual([[0, 1, 2, 0, AIR]]);
  });
});

describe('a facet', () => {
  it('with a repeated point goes', () => {
    expect(
      joined([
        [0, 1, 0, 0, AIR],
        [1, 1, 2, 0, AIR],
        [0, 1, 3, 0, AIR],
      ]),
    ).toEqual([[0, 1, 3, 0, AIR]]);
  });

  it('in the plane of a mirror goes, for its image lies on it', () => {
    expect(
      joined(
        [
          [0, 1, 2, 0, AIR],
          [0, 1, 3, 0, AIR],
        ],
        5,
      ),
    ).toEqual([[0, 1, 3, 0, AIR]]);
    expect(joined([[0, 1, 2, 0, AIR]])).toHaveLength(1);
  });
});
