import { AIR, FACET, NEAR, type Surface } from '../surface.ts';
import { joinCoincident } from './join-coincident.ts';

/**
 * Drops flakes: pieces of a body's boundary that hang together by edges and enclose a space thinner than `NEAR` on average,
 * so thin that rounding may have made it. Where many facets of a union cross in nearly one point, closed sheets of a few
 * come loose; whoever counts a file's bodies by edges takes each for one.
 *
 * The space of a flake goes to what it borders on most. A flake is closed, so every boundary stays so.
 */
export function dropFlakes(surface: Surface): Surface {
  const flakes = findFlakes(surface);
  if (flakes.length === 0) return surface;
  const facets = surface.facets.slice();
  const isTaken = new Uint8Array(facets.length / FACET);
  for (const sides of flakes) {
    // Two flakes that share a facet would only swap places: the next round has the other one, if it is still there.
    if (sides.some((side) => isTaken[side >> 1] === 1)) continue;
    const around = mostFrequent(sides.map((side) => labelOf(surface, side ^ 1)));
    for (const side of sides) {
      isTaken[side >> 1] = 1;
      facets[labelAt(side)] = around;
    }
  }
  return dropFlakes(joinCoincident({ ...surface, facets }));
}

/** Where the label of a side is among the facets' numbers. Facet i has the sides 2i, inside, and 2i + 1, outside. */
function labelAt(side: number): number {
  return (side >> 1) * FACET + 3 + (side & 1);
}

function labelOf({ facets }: Surface, side: number): number {
  return facets[labelAt(side)]!;
}

/** The sides of each flake. */
function findFlakes(surface: Surface): number[][] {
  const roots = joinSides(surface);
  const isThin = measurePieces(surface, roots);
  const flakes = new Map<number, number[]>();
  for (let side = 0; side < roots.length; side++) {
    const root = roots[side]!;
    if (!isThin[root]) continue;
    const sides = flakes.get(root);
    if (sides === undefined) flakes.set(root, [side]);
    else sides.push(side);
  }
  return [...flakes.values()];
}

/** For each side that faces a body the first side of its piece: all that edges join to it within that body's boundary. */
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

/** Tells of each piece, by its first side, whether it is a flake. */
function measurePieces({ points, facets, mirror }: Surface, roots: Int32Array): Uint8Array {
  // Six times the volume, twice the area.
  const volumes = new Float64Array(roots.length);
  const areas = new Float64Array(roots.length);
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
    volumes[root]! += (side & 1) === 0 ? height : -height;
    areas[root]! += Math.sqrt(x * x + y * y + z * z);
  }
  const isThin = new Uint8Array(roots.length);
  for (let root = 0; root < roots.length; root++) {
    // A sheet folded flat has half its area on either side.
    if (areas[root]! > 0 && Math.abs(volumes[root]!) / 6 <= (NEAR * areas[root]!) / 4) isThin[root] = 1;
  }
  return isThin;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}
