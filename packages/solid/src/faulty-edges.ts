import { AIR, type Edge, edgeNumber, FACET, type Surface } from './surface.ts';

export interface FaultyEdges {
  /** Along which the boundary of some body does not close. */
  readonly open: readonly Edge[];
  /** Numbers of those that more than two facets of one body share. */
  readonly crowded: ReadonlySet<number>;
}

/** The edges at which a surface is not what it should be: each body's boundary closed, with two facets an edge. */
export function findFaultyEdges(surface: Surface): FaultyEdges {
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

/** The points at the ends of edges, by the edges' numbers. */
export function endsOf({ points }: Surface, edges: ReadonlySet<number>): Set<number> {
  const count = points.length / 3;
  return new Set([...edges].flatMap((edge) => [Math.floor(edge / count), edge % count]));
}
