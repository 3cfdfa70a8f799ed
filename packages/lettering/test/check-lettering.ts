import { expect } from 'vitest';
import type { Lettering, Polygon } from '../src/index.ts';
import { areaOf, edgesOf, sum, turnOf } from './areas.ts';

/** Expects of a text's area at a height that all is as it says of itself. */
export function checkLettering({ polygons, rings, width, bottom, top }: Lettering, height = 1): void {
  const scaled = (ring: Polygon): Polygon => ring.map(([x, y]) => [x * height, y * height]);
  const pieces = polygons.map(scaled);
  const borders = rings.map(scaled);

  const reflex = pieces.filter((piece) => piece.some((_, i) => cornerAt(piece, i) <= 0));
  expect(reflex).toEqual([]);
  expect(pieces.filter((piece) => areaOf(piece) <= 0)).toEqual([]);
  expect(sum(pieces.map(areaOf))).toBeCloseTo(sum(borders.map(areaOf)), 6);

  // Each edge is that of one piece; its other side is that of one neighbour, or it is of a border.
  const edges = pieces.flatMap(edgesOf).map(([from, to]) => `${from} ${to}`);
  expect(new Set(edges).size).toBe(edges.length);
  const sides = new Set(edges);
  const outer = pieces.flatMap(edgesOf).filter(([from, to]) => !sides.has(`${to} ${from}`));
  const bordering = borders.flatMap(edgesOf).map(([from, to]) => `${from} ${to}`);
  expect(outer.map(([from, to]) => `${from} ${to}`).sort()).toEqual(bordering.sort());

  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  if (rings.length > 0) {
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([0, width]);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([bottom, top]);
  }
}

function cornerAt(ring: Polygon, i: number): number {
  return turnOf(ring.at(i - 1)!, ring[i]!, ring[(i + 1) % ring.length]!);
}

/** How many corners of the borders point inwards. */
export function countReflex({ rings }: Lettering): number {
  return sum(rings.map((ring) => ring.filter((_, i) => cornerAt(ring, i) < 0).length));
}
