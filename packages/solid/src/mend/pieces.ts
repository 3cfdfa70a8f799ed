import { AIR, FACET, isOnFloor, type Surface } from '../surface.ts';

/**
 * The pieces of all bodies: what hangs together of a body's boundary by edges. A facet has two sides, and each that faces a
 * body is of a piece of it: facet i has the sides 2i, inside, and 2i + 1, outside.
 */
export interface Pieces {
  /** Of each side the first one of its piece, which stands for the piece. */
  readonly roots: Int32Array;
  /** The first side of each piece. */
  readonly firsts: readonly number[];
  /** By that first side, in cubic lattice units, with the other half where a mirror's plane goes through; negative for a hollow. */
  readonly volumes: Float64Array;
  /** The same in square lattice units. */
  readonly areas: Float64Array;
}

/** Finds and measures the pieces of all bodies. */
export function findPieces(surface: Surface): Pieces {
  const roots = joinSides(surface);
  const firsts: number[] = [];
  for (let side = 0; side < roots.length; side++) {
    if (roots[side] === side && labelOf(surface, side) !== AIR) firsts.push(side);
  }
  return { roots, firsts, ...measurePieces(surface, roots) };
}

/** The sides of each of some pieces. */
export function sidesOfPieces({ roots }: Pieces, pieces: readonly number[]): number[][] {
  if (pieces.length === 0) return [];
  const found = pieces.map((): number[] => []);
  // Numbers start from 1, for 0 is none.
  const numbers = new Int32Array(roots.length);
  for (const [i, piece] of pieces.entries()) numbers[piece] = i + 1;
  for (let side = 0; side < roots.length; side++) {
    const number = numbers[roots[side]!]!;
    if (number !== 0) found[number - 1]!.push(side);
  }
  return found;
}

/** Where the label of a side is among the facets' numbers. */
export function labelAt(side: number): number {
  return (side >> 1) * FACET + 3 + (side & 1);
}

export function labelOf({ facets }: Surface, side: number): number {
  return facets[labelAt(side)]!;
}

/** For each side that faces a body the first side of its piece. */
function joinSides(surface: Surface): Int32Array {
  const { points, facets } = surface;
  const roots = new Int32Array((facets.length / FACET) * 2);
  for (let side = 0; side < roots.length; side++) roots[side] = side;
  const rootOf = (side: number) => {
    let root = side;
    while (roots[root] !== root) {
      roots[root] = roots[roots[root]!]!;
      root = roots[root]!;
    }
    return root;
  };
  // Passages along an edge that have not met the one that runs the other way, chained by the edge's lower point. Most are met
  // soon, so chains stay short. Numbers start from 1, for 0 is none.
  const latest = new Int32Array(points.length / 3);
  const earlier = new Int32Array(3 * roots.length + 1);
  /** Twice the edge's higher point, and 1 more if the passage leads down from it. */
  const ways = new Int32Array(3 * roots.length + 1);
  for (let side = 0; side < roots.length; side++) {
    const label = labelOf(surface, side);
    if (label === AIR) continue;
    const first = (side >> 1) * FACET;
    for (let corner = 0; corner < 3; corner++) {
      const from = facets[first + corner]!;
      const to = facets[first + (corner === 2 ? 0 : corner + 1)]!;
      const lower = Math.min(from, to);
      const way = from < to ? 2 * to + (side & 1) : 2 * from + 1 - (side & 1);
      let later = 0;
      let other = latest[lower]!;
      while (other !== 0 && (ways[other] !== (way ^ 1) || labelOf(surface, sideOf(other)) !== label)) {
        later = other;
        other = earlier[other]!;
      }
      if (other === 0) {
        const passage = 3 * side + corner + 1;
        ways[passage] = way;
        earlier[passage] = latest[lower]!;
        latest[lower] = passage;
        continue;
      }
      if (later === 0) latest[lower] = earlier[other]!;
      else earlier[later] = earlier[other]!;
      const a = rootOf(side);
      const b = rootOf(sideOf(other));
      if (a < b) roots[b] = a;
      else roots[a] = b;
    }
  }
  // Roots come before what they are the roots of.
  for (let side = 0; side < roots.length; side++) roots[side] = roots[roots[side]!]!;
  return roots;
}

function sideOf(passage: number): number {
  return Math.floor((passage - 1) / 3);
}

function measurePieces(surface: Surface, roots: Int32Array): Pick<Pieces, 'volumes' | 'areas'> {
  const { points, facets, mirror } = surface;
  const volumes = new Float64Array(roots.length);
  const areas = new Float64Array(roots.length);
  const isHalved = new Uint8Array(roots.length);
  for (let side = 0; side < roots.length; side++) {
    if (facets[labelAt(side)] === AIR) continue;
    const root = roots[side]!;
    const first = (side >> 1) * FACET;
    const a = 3 * facets[first]!;
    const b = 3 * facets[first + 1]!;
    const c = 3 * facets[first + 2]!;
    // Seen from a point of the piece, so that a small one loses nothing to cancellation.
    const origin = 3 * facets[(root >> 1) * FACET]!;
    // What a mirror halves is closed by the plane, which adds no volume seen from a point in it.
    const originY = mirror === undefined ? points[origin + 1]! : 0;
    const ux = points[b]! - points[a]!;
    const uy = points[b + 1]! - points[a + 1]!;
    const uz = points[b + 2]! - points[a + 2]!;
    const vx = points[c]! - points[a]!;
    const vy = points[c + 1]! - points[a + 1]!;
    const vz = points[c + 2]! - points[a + 2]!;
    const x = uy * vz - uz * vy;
    const y = uz * vx - ux * vz;
    const z = ux * vy - uy * vx;
    const height =
      x * (points[a]! - points[origin]!) +
      y * (points[a + 1]! - originY) +
      z * (points[a + 2]! - points[origin + 2]!);
    volumes[root]! += ((side & 1) === 0 ? height : -height) / 6;
    areas[root]! += Math.sqrt(x * x + y * y + z * z) / 2;
    if (mirror !== undefined && hasEdgeOnFloor(surface, first)) isHalved[root] = 1;
  }
  for (let root = 0; root < roots.length; root++) {
    if (isHalved[root] === 0) continue;
    volumes[root]! *= 2;
    areas[root]! *= 2;
  }
  return { volumes, areas };
}

/** Whether a facet hangs together with its mirror image. */
function hasEdgeOnFloor(surface: Surface, facet: number): boolean {
  let count = 0;
  for (let i = facet; i < facet + 3; i++) if (isOnFloor(surface, surface.facets[i]!)) count++;
  return count > 1;
}
