import { NEAR } from '../surface.ts';
import { axesOf, type FaceEdges } from './face-edges.ts';

/** Faces of more corners are searched in the order of these. */
const MANY = 24;

/** More than a face has corners. Times a coordinate it still is a whole number. */
const KEY = 2 ** 24;

/** Edges some of which were cut, and the faces that have these. */
export interface Zipped {
  readonly edges: FaceEdges;
  readonly changed: readonly number[];
}

/**
 * Has the edges of some faces pass through all corners of their face that lie on them; `undefined` if they do. Where facets of
 * two solids lie almost in one plane, as the flat tops of equal rods do, a strip without width goes between them, whose long
 * sides have corners of their own; now these have the same ones and cancel.
 */
export function zip(
  edges: FaceEdges,
  points: Int32Array,
  planes: Float64Array,
  suspects: readonly number[],
): Zipped | undefined {
  const search = searcher(points);
  const cuts: Cuts = new Map();
  const isEnd = new Uint8Array(points.length / 3);
  for (const face of suspects) {
    search(edges, face, axesOf(planes, edges.planes[face]!), cuts, isEnd);
  }
  if (cuts.size === 0) return undefined;
  return cutEdges(edges, points, cuts, isEnd);
}

/** The points at which to cut edges, by the edges' numbers: the lower point times the number of points, plus the higher one. */
type Cuts = Map<number, Set<number>>;

/** Finds cuts for the edges of a face, and marks the points at the ends of these. */
type Search = (
  edges: FaceEdges,
  face: number,
  axes: readonly [number, number],
  cuts: Cuts,
  isEnd: Uint8Array,
) => void;

function searcher(points: Int32Array): Search {
  const count = points.length / 3;
  let xs = new Float64Array(64);
  let ys = new Float64Array(64);
  let order = new Int32Array(64);
  let keys = new Float64Array(64);

  return ({ starts, ends, froms, tos }, face, axes, cuts, isEnd) => {
    const [start, end] = [starts[face]!, ends[face]!];
    const corners = end - start;
    if (xs.length < corners) {
      xs = new Float64Array(2 * corners);
      ys = new Float64Array(2 * corners);
      order = new Int32Array(2 * corners);
      keys = new Float64Array(2 * corners);
    }
    const isSorted = corners > MANY;
    const [across, up] = isSorted ? longestFirst(axes, froms.subarray(start, end)) : axes;
    if (isSorted) {
      // Coordinates and places in one number each: sorting numbers as they are is quick.
      for (let i = 0; i < corners; i++) keys[i] = points[3 * froms[start + i]! + across]! * KEY + i;
      keys.subarray(0, corners).sort();
      for (let i = 0; i < corners; i++)
        order[i] = froms[start + (keys[i]! - Math.floor(keys[i]! / KEY) * KEY)]!;
    } else {
      for (let i = 0; i < corners; i++) order[i] = froms[start + i]!;
    }
    for (let i = 0; i < corners; i++) {
      xs[i] = points[3 * order[i]! + across]!;
      ys[i] = points[3 * order[i]! + up]!;
    }
    const [sortedX, sortedY, sorted] = [xs, ys, order];
    for (let edge = start; edge < end; edge++) {
      const from = froms[edge]!;
      const to = tos[edge]!;
      const ax = points[3 * from + across]!;
      const ay = points[3 * from + up]!;
      const ux = points[3 * to + across]! - ax;
      const uy = points[3 * to + up]! - ay;
      const minX = Math.min(ux, 0) - NEAR;
      const maxX = Math.max(ux, 0) + NEAR;
      const minY = Math.min(uy, 0) - NEAR;
      const maxY = Math.max(uy, 0) + NEAR;
      const length2 = ux * ux + uy * uy;
      const most = NEAR * NEAR * length2;
      let i = 0;
      if (isSorted) {
        // The first corner that is not too far to the left.
        for (let above = corners; i < above; ) {
          const middle = (i + above) >> 1;
          if (sortedX[middle]! - ax < minX) i = middle + 1;
          else above = middle;
        }
      }
      for (; i < corners; i++) {
        const vx = sortedX[i]! - ax;
        if (vx > maxX) {
          if (isSorted) break;
          continue;
        }
        const vy = sortedY[i]! - ay;
        if (vx < minX || vy < minY || vy > maxY) continue;
        const aside = ux * vy - uy * vx;
        if (aside * aside > most) continue;
        const along = ux * vx + uy * vy;
        if (along <= 0 || along >= length2) continue;
        const point = sorted[i]!;
        if (point === from || point === to) continue;
        // Only into shorter ones, or cutting would have no end.
        const whole = distance2(points, from, to);
        if (distance2(points, from, point) >= whole || distance2(points, point, to) >= whole) continue;
        const number = Math.min(from, to) * count + Math.max(from, to);
        const at = cuts.get(number);
        if (at === undefined) cuts.set(number, new Set([point]));
        else at.add(point);
        isEnd[from] = 1;
        isEnd[to] = 1;
      }
    }
  };

  function longestFirst(
    [across, up]: readonly [number, number],
    corners: Int32Array,
  ): readonly [number, number] {
    const extent = (axis: number) => {
      let [least, most] = [Infinity, -Infinity];
      for (const corner of corners) {
        least = Math.min(least, points[3 * corner + axis]!);
        most = Math.max(most, points[3 * corner + axis]!);
      }
      return most - least;
    };
    return extent(across) >= extent(up) ? [across, up] : [up, across];
  }
}

function distance2(points: Int32Array, a: number, b: number): number {
  const x = points[3 * b]! - points[3 * a]!;
  const y = points[3 * b + 1]! - points[3 * a + 1]!;
  const z = points[3 * b + 2]! - points[3 * a + 2]!;
  return x * x + y * y + z * z;
}

/** Replaces edges by those through the points of their cuts, in all faces alike: the new edges of a face follow those of all others. */
function cutEdges(edges: FaceEdges, points: Int32Array, cuts: Cuts, isEnd: Uint8Array): Zipped {
  const { froms, tos } = edges;
  const [starts, ends] = [edges.starts.slice(), edges.ends.slice()];
  const count = points.length / 3;
  const chains = new Map([...cuts].map(([edge, at]) => [edge, chainOf(edge, at, points)]));
  const chainOfEdge = (from: number, to: number) =>
    isEnd[from] === 0 || isEnd[to] === 0
      ? undefined
      : chains.get(Math.min(from, to) * count + Math.max(from, to));
  const changed: number[] = [];
  const [newFroms, newTos]: [number[], number[]] = [[], []];
  const add = (from: number, to: number) => {
    newFroms.push(from);
    newTos.push(to);
  };
  for (let face = 0; face < edges.count; face++) {
    const start = starts[face]!;
    const end = ends[face]!;
    let edge = start;
    while (edge < end && chainOfEdge(froms[edge]!, tos[edge]!) === undefined) edge++;
    if (edge === end) continue;
    changed.push(face);
    starts[face] = froms.length + newFroms.length;
    for (edge = start; edge < end; edge++) {
      const to = tos[edge]!;
      let from = froms[edge]!;
      const chain = chainOfEdge(from, to);
      if (chain !== undefined) {
        for (const point of from < to ? chain : chain.toReversed()) {
          add(from, point);
          from = point;
        }
      }
      add(from, to);
    }
    ends[face] = froms.length + newFroms.length;
  }
  const edgesNow = { ...edges, starts, ends, froms: joined(froms, newFroms), tos: joined(tos, newTos) };
  return { edges: edgesNow, changed };
}

function joined(numbers: Int32Array, more: readonly number[]): Int32Array {
  const all = new Int32Array(numbers.length + more.length);
  all.set(numbers);
  all.set(more, numbers.length);
  return all;
}

/** Points in the order in which an edge passes them from its lower point to its higher one. */
function chainOf(edge: number, at: ReadonlySet<number>, points: Int32Array): number[] {
  const count = points.length / 3;
  const [from, to] = [Math.floor(edge / count), edge % count];
  const along = (point: number) =>
    [0, 1, 2].reduce(
      (sum, axis) =>
        sum +
        (points[3 * point + axis]! - points[3 * from + axis]!) *
          (points[3 * to + axis]! - points[3 * from + axis]!),
      0,
    );
  return [...at].sort((a, b) => along(a) - along(b) || a - b);
}
