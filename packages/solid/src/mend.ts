import { AIR, FACET, type Surface } from './surface.ts';

/** What is no farther apart than this, in lattice units, counts as one: half a micrometre on the usual lattice. */
const NEAR = 8;
const MAX_ROUNDS = 30;

/**
 * Makes a surface that was put together from several booleans whole again after its points were rounded: points that
 * nearly met become one, facets that fell onto each other are joined, facets without area vanish, and an edge that meets a
 * chain of shorter ones is cut at their points. Nothing moves farther than a few lattice units.
 *
 * `isWhole` tells whether the boundary of every body is closed in the end.
 */
export function mend(surface: Surface): { readonly surface: Surface; readonly isWhole: boolean } {
  let whole: Surface = { ...surface, facets: joinCoincident(surface.facets) };
  for (let round = 1; ; round++) {
    const merges = mergesOfShortEdges(whole);
    if (merges.size > 0 && round < MAX_ROUNDS) {
      whole = { ...whole, facets: joinCoincident(mergePoints(whole.facets, merges)) };
      continue;
    }
    const { open, crowded } = findFaultyEdges(whole);
    const cuts = new Map([...cutsOfFlatFacets(whole, crowded), ...cutsOfOpenEdges(whole, open)]);
    if (cuts.size === 0 || round === MAX_ROUNDS) return { surface: whole, isWhole: open.length === 0 };
    whole = { ...whole, facets: joinCoincident(cutFacets(whole, cuts)) };
  }
}

/** Points to be replaced by the point at the other end of a short edge; no point takes part in two merges of one round. */
function mergesOfShortEdges(surface: Surface): Map<number, number> {
  const { facets } = surface;
  const merges = new Map<number, number>();
  const busy = new Set<number>();
  for (let i = 0; i < facets.length; i += FACET) {
    for (let corner = 0; corner < 3; corner++) {
      const from = facets[i + corner]!;
      const to = facets[i + ((corner + 1) % 3)]!;
      if (span(surface, from, to) > NEAR ** 2 || busy.has(from) || busy.has(to)) continue;
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
function joinCoincident(facets: readonly number[]): number[] {
  const found = new Map<string, number>();
  const joined: number[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
    if (a === b || b === c || c === a) continue;
    const key = [a, b, c].sort((p, q) => p - q).join();
    const earlier = found.get(key);
    if (earlier === undefined || !absorb(joined, earlier, facets, i)) {
      found.set(key, joined.length);
      joined.push(a, b, c, facets[i + 3]!, facets[i + 4]!);
    }
  }
  return joined.filter((_, i) => joined[i - (i % FACET) + 3] !== joined[i - (i % FACET) + 4]);
}

/** Joins facet `j` of `others` to facet `i`, where the label between the two is the same and so enclosed by nothing. */
function absorb(facets: number[], i: number, others: readonly number[], j: number): boolean {
  const next = (point: number) =>
    point === others[j] ? others[j + 1] : point === others[j + 1] ? others[j + 2] : others[j];
  const sameWay = next(facets[i]!) === facets[i + 1];
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
  // For each edge of each body: facets along it in the low half of the number, against it in the high half.
  const uses = new Map<number, number>();
  const pass = (label: number, from: number, to: number) => {
    if (label === AIR) return;
    const key = label * count * count + edgeNumber(surface, from, to);
    uses.set(key, (uses.get(key) ?? 0) + (from < to ? 1 : 0x10000));
  };
  for (let i = 0; i < facets.length; i += FACET) {
    for (let corner = 0; corner < 3; corner++) {
      const from = facets[i + corner]!;
      const to = facets[i + ((corner + 1) % 3)]!;
      pass(facets[i + 3]!, from, to);
      pass(facets[i + 4]!, to, from);
    }
  }
  const open = new Map<number, Edge>();
  const crowded = new Set<number>();
  for (const [key, use] of uses) {
    const [along, against] = [use & 0xffff, use >>> 16];
    const edge = key % (count * count);
    if (along !== against) open.set(edge, [Math.floor(edge / count), edge % count]);
    else if (along > 1) crowded.add(edge);
  }
  return { open: [...open.values()], crowded };
}

/** Where to cut edges: the number of the edge, and the point on it. */
type Cuts = Map<number, number>;

function edgeNumber({ points }: Surface, from: number, to: number): number {
  return (Math.min(from, to) * points.length) / 3 + Math.max(from, to);
}

/**
 * A facet whose points lie on one line vanishes when its longest edge is cut at the third point. At a crowded edge, where
 * flat facets fold onto each other, nearly is enough.
 */
function cutsOfFlatFacets(surface: Surface, crowded: ReadonlySet<number>): Cuts {
  const { facets } = surface;
  const cuts: Cuts = new Map();
  for (let i = 0; i < facets.length; i += FACET) {
    const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
    const [ab, bc, ca] = [span(surface, a, b), span(surface, b, c), span(surface, c, a)];
    const [from, point, to] = ab >= bc && ab >= ca ? [a, c, b] : bc >= ca ? [b, a, c] : [c, b, a];
    const isAtFold = [edgeNumber(surface, a, b), edgeNumber(surface, b, c), edgeNumber(surface, c, a)].some((edge) =>
      crowded.has(edge),
    );
    if (isBetween(surface, from, point, to, isAtFold ? NEAR : 0)) cuts.set(edgeNumber(surface, from, to), point);
  }
  return cuts;
}

/** The squared distance between two points. */
function span(surface: Surface, from: number, to: number): number {
  const [x, y, z] = difference(surface, from, to);
  return x * x + y * y + z * z;
}

/** An open edge is cut at a point that lies on it and that another open edge leads to from one of its ends. */
function cutsOfOpenEdges(surface: Surface, open: readonly Edge[]): Cuts {
  const neighbours = new Map<number, number[]>();
  for (const [from, to] of open) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const cuts: Cuts = new Map();
  for (const [from, to] of open) {
    const between = [...neighbours.get(from)!, ...neighbours.get(to)!].find((point) =>
      isBetween(surface, from, point, to, NEAR),
    );
    if (between !== undefined) cuts.set(edgeNumber(surface, from, to), between);
  }
  return cuts;
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

function difference({ points }: Surface, from: number, to: number): readonly [x: number, y: number, z: number] {
  return [
    points[3 * to]! - points[3 * from]!,
    points[3 * to + 1]! - points[3 * from + 1]!,
    points[3 * to + 2]! - points[3 * from + 2]!,
  ];
}

/** Cuts every facet on a cut edge in two. */
function cutFacets(surface: Surface, cuts: Cuts): number[] {
  const result: number[] = [];
  const { facets } = surface;
  const waiting: number[][] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    waiting.push(facets.slice(i, i + FACET));
    for (let facet = waiting.pop(); facet !== undefined; facet = waiting.pop()) {
      const pieces = cutOnce(surface, facet, cuts);
      if (pieces === undefined) result.push(...facet);
      else waiting.push(...pieces);
    }
  }
  return result;
}

function cutOnce(surface: Surface, facet: readonly number[], cuts: Cuts): number[][] | undefined {
  const [inside, outside] = [facet[3]!, facet[4]!];
  for (let corner = 0; corner < 3; corner++) {
    const [from, to, apex] = [facet[corner]!, facet[(corner + 1) % 3]!, facet[(corner + 2) % 3]!];
    const at = cuts.get(edgeNumber(surface, from, to));
    if (at === undefined) continue;
    return [
      [from, at, apex, inside, outside],
      [at, to, apex, inside, outside],
    ].filter(([a, b, c]) => a !== b && b !== c && c !== a);
  }
  return undefined;
}
