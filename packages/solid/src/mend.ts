import { AIR, FACET, type Surface } from './surface.ts';

/** What is no farther apart than this, in lattice units, counts as one: 0.1 µm in a model of up to 256 mm. */
const NEAR = 8;
/** The same for the two ends of an edge where sheets without thickness touch: 4 µm. */
const NEAR_AT_FOLDS = 256;
const MAX_PASSES = 5;
const MAX_ROUNDS = 200;

/**
 * Makes a surface that was put together from several booleans whole again after its points were rounded: points that
 * nearly met become one, facets that fell onto each other are joined, facets without area vanish, and an edge that meets a
 * chain of shorter ones is cut at their points. Nothing moves farther than a few lattice units.
 *
 * `isWhole` tells whether the boundary of every body is closed in the end.
 */
export function mend(surface: Surface): { readonly surface: Surface; readonly isWhole: boolean } {
  let whole = joinCoincident(surface);
  for (let pass = 1; ; pass++) {
    whole = mergeShortEdges(whole);
    const faulty = findFaultyEdges(whole);
    const points = faultyPoints(whole, faulty);
    if (points.size === 0 || pass > MAX_PASSES) return { surface: whole, isWhole: faulty.open.length === 0 };
    whole = mendAt(whole, points);
  }
}

/** The points of faulty edges and of flat facets. */
function faultyPoints(surface: Surface, { open, crowded }: FaultyEdges): Set<number> {
  const cuts = [...cutsOfFlatFacets(surface, crowded), ...open.map(([from, to]) => ({ from, to, at: from }))];
  const points = new Set(cuts.flatMap(({ from, to, at }) => [from, to, at]));
  for (const point of endsOf(surface, crowded)) points.add(point);
  return points;
}

/** Mends the facets at some points, in small steps and without a look at all others. */
function mendAt(surface: Surface, points: ReadonlySet<number>): Surface {
  const { near, far } = splitAt(surface, points);
  // All facets of an edge are here if one of its ends is among the points; of other edges some are missing.
  const isHere = ({ from, to }: Cut) => points.has(from) || points.has(to);

  let part: Surface = { ...surface, facets: near };
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const { open, crowded } = findFaultyEdges(part);
    const merges = mergesOfShortEdges(part, (from, to) =>
      crowded.has(edgeNumber(part, from, to)) && points.has(from) && points.has(to) ? NEAR_AT_FOLDS : 0,
    );
    const cuts = apart(
      part,
      [...cutsOfFlatFacets(part, crowded), ...cutsOfOpenEdges(part, open)].filter(isHere),
    );
    if (merges.size > 0) part = joinCoincident({ ...part, facets: mergePoints(part.facets, merges) });
    else if (cuts.size > 0) part = joinCoincident({ ...part, facets: cutFacets(part, cuts) });
    else break;
  }
  return joined(part, far);
}

/** Facets with one of some points, and all others. */
function splitAt({ facets }: Surface, points: ReadonlySet<number>): { near: number[]; far: number[] } {
  const near: number[] = [];
  const far: number[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const isNear = points.has(facets[i]!) || points.has(facets[i + 1]!) || points.has(facets[i + 2]!);
    const target = isNear ? near : far;
    for (let k = i; k < i + FACET; k++) target.push(facets[k]!);
  }
  return { near, far };
}

function joined(surface: Surface, more: readonly number[]): Surface {
  const facets = [...surface.facets];
  for (const value of more) facets.push(value);
  return { ...surface, facets };
}

function mergeShortEdges(surface: Surface): Surface {
  let merged = surface;
  for (;;) {
    const merges = mergesOfShortEdges(merged, () => NEAR);
    if (merges.size === 0) return merged;
    const facets = mergePoints(merged.facets, merges);
    // Only facets at points that others were merged into can have come to coincide.
    const { near, far } = splitAt({ ...merged, facets }, new Set(merges.values()));
    merged = joined(joinCoincident({ ...merged, facets: near }), far);
  }
}

/** Points to be replaced by the point at the other end of an edge that is short; no point takes part in two merges at once. */
function mergesOfShortEdges(
  surface: Surface,
  shortest: (from: number, to: number) => number,
): Map<number, number> {
  const { facets } = surface;
  const merges = new Map<number, number>();
  const busy = new Set<number>();
  for (let i = 0; i < facets.length; i += FACET) {
    for (let corner = 0; corner < 3; corner++) {
      const from = facets[i + corner]!;
      const to = facets[i + ((corner + 1) % 3)]!;
      const length2 = span(surface, from, to);
      if (length2 > NEAR_AT_FOLDS ** 2 || busy.has(from) || busy.has(to)) continue;
      if (length2 > shortest(from, to) ** 2) continue;
      merges.set(Math.max(from, to), Math.min(from, to));
      busy.add(from).add(to);
    }
  }
  return merges;
}

function mergePoints(facets: readonly number[], merges: ReadonlyMap<number, number>): number[] {
  return facets.map((value, i) => (i % FACET < 3 ? (merges.get(value) ?? value) : value));
}

/** Drops facets with a repeated point, and makes one facet, or none, of two that have the same three points. */
function joinCoincident(surface: Surface): Surface {
  const { points, facets } = surface;
  const count = points.length / 3;
  // Facets by their two lowest points; those that share them are few and chained.
  const latest = new Map<number, number>();
  const earlier: number[] = [];
  const joined: number[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
    if (a === b || b === c || c === a) continue;
    const lowest = Math.min(a, b, c);
    const highest = Math.max(a, b, c);
    const key = lowest * count + (a + b + c - lowest - highest);
    let other = latest.get(key) ?? NONE;
    while (other !== NONE && !absorb(joined, other * FACET, facets, i)) other = earlier[other]!;
    if (other !== NONE) continue;
    earlier.push(latest.get(key) ?? NONE);
    latest.set(key, joined.length / FACET);
    joined.push(a, b, c, facets[i + 3]!, facets[i + 4]!);
  }
  return { ...surface, facets: withoutVanished(joined) };
}

const NONE = -1;

/** Facets that still separate two labels. */
function withoutVanished(facets: readonly number[]): number[] {
  return facets.filter((_, i) => facets[i - (i % FACET) + 3] !== facets[i - (i % FACET) + 4]);
}

/** Joins facet `j` of `others` to facet `i` of the same points, where the label between the two is the same and so has no room. */
function absorb(facets: number[], i: number, others: readonly number[], j: number): boolean {
  const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
  const [p, q, r] = [others[j]!, others[j + 1]!, others[j + 2]!];
  const sameWay =
    (p === a && q === b && r === c) || (p === b && q === c && r === a) || (p === c && q === a && r === b);
  const otherWay =
    (p === a && q === c && r === b) || (p === c && q === b && r === a) || (p === b && q === a && r === c);
  if (!sameWay && !otherWay) return false;
  const inside = others[j + (sameWay ? 3 : 4)]!;
  const outside = others[j + (sameWay ? 4 : 3)]!;
  if (inside === facets[i + 4]) facets[i + 4] = outside;
  else if (outside === facets[i + 3]) facets[i + 3] = inside;
  else return false;
  return true;
}

type Edge = readonly [from: number, to: number];

interface FaultyEdges {
  /** Along which the boundary of some body does not close. */
  readonly open: readonly Edge[];
  /** Numbers of those that more than two facets of one body share. */
  readonly crowded: ReadonlySet<number>;
}

function findFaultyEdges(surface: Surface): FaultyEdges {
  const { points, facets } = surface;
  const count = points.length / 3;
  // A number for every passage of a body's facet along an edge, the two directions next to each other: sorted, the
  // passages of one edge follow each other. Much faster than a map of a million edges.
  const passages = new Float64Array((facets.length / FACET) * 6);
  let length = 0;
  const pass = (label: number, from: number, to: number) => {
    if (label === AIR) return;
    const edge = label * count * count + edgeNumber(surface, from, to);
    passages[length++] = 2 * edge + (from < to ? 0 : 1);
  };
  for (let i = 0; i < facets.length; i += FACET) {
    for (let corner = 0; corner < 3; corner++) {
      const from = facets[i + corner]!;
      const to = facets[i + ((corner + 1) % 3)]!;
      pass(facets[i + 3]!, from, to);
      pass(facets[i + 4]!, to, from);
    }
  }
  const sorted = passages.subarray(0, length).sort();
  const open = new Map<number, Edge>();
  const crowded = new Set<number>();
  for (let i = 0; i < length; ) {
    const first = i;
    const edge = Math.floor(sorted[i]! / 2);
    let balance = 0;
    for (; i < length && Math.floor(sorted[i]! / 2) === edge; i++) balance += sorted[i]! % 2 === 0 ? 1 : -1;
    const number = edge % (count * count);
    if (balance !== 0) open.set(number, [Math.floor(number / count), number % count]);
    else if (i - first > 2) crowded.add(number);
  }
  return { open: [...open.values()], crowded };
}

/** Where to cut an edge. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Cuts by the number of their edge, the longest edges first, and none that shares a point with another: together they could undo each other. */
function apart(surface: Surface, cuts: readonly Cut[]): Cuts {
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
type Cuts = Map<number, number>;

function edgeNumber({ points }: Surface, from: number, to: number): number {
  return (Math.min(from, to) * points.length) / 3 + Math.max(from, to);
}

/**
 * A facet whose points lie on one line vanishes when its longest edge is cut at the third point. At a crowded edge, where
 * flat facets fold onto each other, nearly is enough.
 */
function cutsOfFlatFacets(surface: Surface, crowded: ReadonlySet<number>): Cut[] {
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

/** The points at the ends of edges, by the edges' numbers. */
function endsOf({ points }: Surface, edges: ReadonlySet<number>): Set<number> {
  const count = points.length / 3;
  return new Set([...edges].flatMap((edge) => [Math.floor(edge / count), edge % count]));
}

/** The squared distance between two points. */
function span(surface: Surface, from: number, to: number): number {
  const [x, y, z] = difference(surface, from, to);
  return x * x + y * y + z * z;
}

/** An open edge is cut at a point that lies on it and that another open edge leads to from one of its ends. */
function cutsOfOpenEdges(surface: Surface, open: readonly Edge[]): Cut[] {
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

/** Whether a point lies along an edge, no farther from it than `near` and so that both pieces are shorter than the edge. */
function isBetween(surface: Surface, from: number, point: number, to: number, near: number): boolean {
  const length2 = span(surface, from, to);
  if (span(surface, from, point) >= length2 || span(surface, point, to) >= length2) return false;
  // Exact before it is squared: lattice coordinates have at most 25 bits, so products and their differences fit a double.
  const [ux, uy, uz] = difference(surface, from, to);
  const [vx, vy, vz] = difference(surface, from, point);
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  return x * x + y * y + z * z <= near ** 2 * length2;
}

function difference(
  { points }: Surface,
  from: number,
  to: number,
): readonly [x: number, y: number, z: number] {
  return [
    points[3 * to]! - points[3 * from]!,
    points[3 * to + 1]! - points[3 * from + 1]!,
    points[3 * to + 2]! - points[3 * from + 2]!,
  ];
}

/** Replaces every facet on cut edges by facets that pass through the points of the cuts. */
function cutFacets(surface: Surface, cuts: Cuts): number[] {
  const { facets } = surface;
  const result: number[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const corners = [facets[i]!, facets[i + 1]!, facets[i + 2]!] as const;
    const labels = [facets[i + 3]!, facets[i + 4]!] as const;
    for (const triangle of cutTriangle(surface, corners, cuts)) result.push(...triangle, ...labels);
  }
  return result;
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
