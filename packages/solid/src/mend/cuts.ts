import { type Edge, edgeNumber, FACET, isBetween, NEAR, type Surface, span } from '../surface.ts';
import { endsOf } from './faulty-edges.ts';

/** Where to cut an edge. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Cuts by the number of their edge, the longest edges first, and none that shares a point with another: together they could undo each other. */
export function apart(surface: Surface, cuts: readonly Cut[]): Cuts {
  const length2 = ({ from, to }: Cut) => span(surface, from, to);
  const busy = new Set<number>();
  const chosen: Cuts = new Map();
  for (const cut of cuts.toSorted((a, b) => length2(b) - length2(a))) {
    const points = [cut.from, cut.to, cut.at];
    if (points.some((point) => busy.has(point))) continue;
    for (const point of points) busy.add(point);
    chosen.set(edgeNumber(surface, cut.from, cut.to), cut.at);
  }
  return chosen;
}

/** The point at which to cut an edge, by the edge's number. */
export type Cuts = Map<number, number>;

/**
 * A facet whose points lie on one line vanishes when its longest edge is cut at the third point. At a crowded edge, where
 * flat facets fold onto each other, nearly is enough.
 */
export function cutsOfFlatFacets(surface: Surface, crowded: ReadonlySet<number>): Cut[] {
  const { facets } = surface;
  const folded = endsOf(surface, crowded);
  const cuts: Cut[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
    const [ab, bc, ca] = [span(surface, a, b), span(surface, b, c), span(surface, c, a)];
    const [from, at, to] = ab >= bc && ab >= ca ? [a, c, b] : bc >= ca ? [b, a, c] : [c, b, a];
    const isAtFold = folded.has(a) || folded.has(b) || folded.has(c);
    if (isBetween(surface, from, at, to, isAtFold ? NEAR : 0)) cuts.push({ from, to, at });
  }
  return cuts;
}

/** An open edge is cut at a point that lies on it and that another open edge leads to from one of its ends. */
export function cutsOfOpenEdges(surface: Surface, open: readonly Edge[]): Cut[] {
  const neighbours = new Map<number, number[]>();
  for (const [from, to] of open) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  return open.flatMap(([from, to]) => {
    const near = [...neighbours.get(from)!, ...neighbours.get(to)!];
    const at = near.find((point) => isBetween(surface, from, point, to, NEAR));
    return at === undefined ? [] : [{ from, to, at }];
  });
}

/** Replaces every facet on cut edges by facets that pass through the points of the cuts. */
export function cutFacets(surface: Surface, cuts: Cuts): Int32Array {
  const { facets } = surface;
  const result: number[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const corners = [facets[i]!, facets[i + 1]!, facets[i + 2]!] as const;
    const labels = [facets[i + 3]!, facets[i + 4]!] as const;
    for (const triangle of cutTriangle(surface, corners, cuts)) result.push(...triangle, ...labels);
  }
  return Int32Array.from(result);
}

type Triangle = readonly [a: number, b: number, c: number];

function cutTriangle(surface: Surface, [a, b, c]: Triangle, cuts: Cuts): Triangle[] {
  const cut = (from: number, to: number) => cuts.get(edgeNumber(surface, from, to));
  const [ab, bc, ca] = [cut(a, b), cut(b, c), cut(c, a)];
  if (ab === undefined && bc === undefined && ca === undefined) return [[a, b, c]];
  // Turned so that a cut edge comes first and an uncut one, if any, last.
  if (ab === undefined || (bc === undefined && ca !== undefined))
    return cutTriangle(surface, [b, c, a], cuts);
  if (bc === undefined)
    return [
      [a, ab, c],
      [ab, b, c],
    ];
  if (ca === undefined)
    return [
      [ab, b, bc],
      [a, ab, bc],
      [a, bc, c],
    ];
  return [
    [a, ab, ca],
    [ab, b, bc],
    [ca, bc, c],
    [ab, bc, ca],
  ];
}
