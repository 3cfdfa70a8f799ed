import { AIR, type Edge, edgeNumber, FACET, isOnFloor, type Surface } from '../surface.ts';

export interface FaultyEdges {
  /** Along which the boundary of some body does not close. */
  readonly open: readonly Edge[];
  /** Numbers of those that more than two facets of one body share. */
  readonly crowded: ReadonlySet<number>;
}

/** The edges at which a surface is not what it should be: each body's boundary closed, with two facets an edge, one of them a mirror image where only half of it is there. */
export function findFaultyEdges(surface: Surface): FaultyEdges {
  const { points, facets } = surface;
  const { starts, passages, labels } = sortPassages(points.length / 3, facets);
  const open = new Map<number, Edge>();
  const crowded = new Set<number>();
  for (let lower = 0; lower + 1 < starts.length; lower++) {
    const end = starts[lower + 1]!;
    for (let i = starts[lower]!; i < end; ) {
      const first = i;
      const edge = Math.floor(passages[i]! / 2);
      let balance = 0;
      for (; i < end && Math.floor(passages[i]! / 2) === edge; i++)
        balance += passages[i]! % 2 === 0 ? 1 : -1;
      const higher = Math.floor(edge / labels);
      // In the plane of a mirror, the facet's own image is the second one.
      const isMirrored = isOnFloor(surface, lower) && isOnFloor(surface, higher);
      if (isMirrored ? i - first === 1 : balance === 0 && i - first === 2) continue;
      const number = edgeNumber(surface, lower, higher);
      if (balance !== 0 && !isMirrored) open.set(number, [lower, higher]);
      else crowded.add(number);
    }
  }
  return { open: [...open.values()], crowded };
}

/**
 * A number for every passage of a body's facet along an edge: its higher point, then the label, then the direction. Those of
 * each lower point stand together, from `starts` on, in order; so the passages of one edge follow each other.
 */
function sortPassages(count: number, facets: Int32Array) {
  const starts = new Int32Array(count + 1);
  let labels = 1;
  const visit = (pass: (label: number, from: number, to: number) => void) => {
    for (let i = 0; i < facets.length; i += FACET) {
      const [inside, outside] = [facets[i + 3]!, facets[i + 4]!];
      for (let corner = 0; corner < 3; corner++) {
        const from = facets[i + corner]!;
        const to = facets[i + ((corner + 1) % 3)]!;
        if (inside !== AIR) pass(inside, from, to);
        if (outside !== AIR) pass(outside, to, from);
      }
    }
  };
  visit((label, from, to) => {
    starts[Math.min(from, to) + 1]!++;
    labels = Math.max(labels, label + 1);
  });
  for (let point = 0; point < count; point++) starts[point + 1]! += starts[point]!;
  const passages = new Float64Array(starts[count]!);
  const next = starts.slice();
  visit((label, from, to) => {
    const [lower, higher] = from < to ? [from, to] : [to, from];
    passages[next[lower]!++] = 2 * (higher * labels + label) + (from < to ? 0 : 1);
  });
  for (let point = 0; point < count; point++) sortFew(passages, starts[point]!, starts[point + 1]!);
  return { starts, passages, labels };
}

/** Above this many numbers, a sort by insertion is slower than the engine's. */
const FEW = 40;

function sortFew(numbers: Float64Array, start: number, end: number): void {
  if (end - start > FEW) {
    numbers.subarray(start, end).sort();
    return;
  }
  for (let i = start + 1; i < end; i++) {
    const number = numbers[i]!;
    let k = i;
    for (; k > start && numbers[k - 1]! > number; k--) numbers[k] = numbers[k - 1]!;
    numbers[k] = number;
  }
}

/** The points at the ends of edges, by the edges' numbers. */
export function endsOf({ points }: Surface, edges: ReadonlySet<number>): Set<number> {
  const count = points.length / 3;
  return new Set([...edges].flatMap((edge) => [Math.floor(edge / count), edge % count]));
}
