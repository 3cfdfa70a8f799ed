import type { FaceEdges } from './face-edges.ts';
import { type FlatPoints, turn } from './triangulate.ts';

/** Closed rows of points around the regions of a face, which lie on their left. */
export interface Loops {
  /** Loop n is `row[starts[n]]` up to before `row[starts[n + 1]]`. */
  readonly row: Int32Array;
  readonly starts: Int32Array;
  readonly count: number;
}

/** Joins the edges of a face to loops. Every point has as many edges that lead to it as from it. */
export type TraceLoops = (points: FlatPoints, edges: FaceEdges, face: number) => Loops;

/** For points with numbers below `pointCount`. */
export function loopTracer(pointCount: number): TraceLoops {
  // The edges of a face by the point that they lead from, chained. Numbers start from 1, for 0 is none.
  const latest = new Int32Array(pointCount);
  let earlier = new Int32Array(256);
  let isGone = new Uint8Array(256);
  let row = new Int32Array(256);
  let starts = new Int32Array(256);

  return (points, { starts: firsts, ends, froms, tos }, face) => {
    const begin = firsts[face]!;
    const count = ends[face]! - begin;
    if (earlier.length <= count) {
      earlier = new Int32Array(2 * count + 1);
      isGone = new Uint8Array(2 * count + 1);
      row = new Int32Array(2 * count + 1);
      starts = new Int32Array(2 * count + 1);
    }
    for (let i = 0; i < count; i++) {
      const from = froms[begin + i]!;
      isGone[i] = 0;
      earlier[i + 1] = latest[from]!;
      latest[from] = i + 1;
    }
    cancel(froms, tos, begin, count);
    let length = 0;
    let loops = 0;
    for (let first = 0; first < count; first++) {
      if (isGone[first] === 1) continue;
      starts[loops++] = length;
      // The first edge stays a choice until the loop comes round to it.
      let edge = first;
      do {
        const from = froms[begin + edge]!;
        row[length++] = from;
        edge = nextEdge(points, from, tos[begin + edge]!, tos, begin);
        isGone[edge] = 1;
      } while (edge !== first);
    }
    starts[loops] = length;
    for (let i = 0; i < count; i++) latest[froms[begin + i]!] = 0;
    return { row, starts, count: loops };
  };

  /** Takes out pairs of edges that lead there and back: regions that rounding left without width. */
  function cancel(froms: Int32Array, tos: Int32Array, begin: number, count: number): void {
    for (let i = 0; i < count; i++) {
      if (isGone[i] === 1) continue;
      for (let next = latest[tos[begin + i]!]!; next !== 0; next = earlier[next]!) {
        if (isGone[next - 1] === 1 || tos[begin + next - 1] !== froms[begin + i]) continue;
        isGone[next - 1] = 1;
        isGone[i] = 1;
        break;
      }
    }
  }

  /** The edge by which to go on from `at`, so that loops touch but do not cross: the first one clockwise from where it came. */
  function nextEdge(points: FlatPoints, before: number, at: number, tos: Int32Array, begin: number): number {
    let found = -1;
    for (let next = latest[at]!; next !== 0; next = earlier[next]!) {
      const edge = next - 1;
      if (isGone[edge] === 1) continue;
      if (found < 0 || isEarlier(points, before, at, tos[begin + edge]!, tos[begin + found]!)) found = edge;
    }
    return found;
  }
}

/** Whether `one` comes before `other`, turning clockwise about `at` from where `before` lies. */
function isEarlier(points: FlatPoints, before: number, at: number, one: number, other: number): boolean {
  // Clockwise from the way back lies first what is on the left of the way on, then what is on its right.
  const isLeft = turn(points, before, at, one) > 0;
  const isOtherLeft = turn(points, before, at, other) > 0;
  if (isLeft !== isOtherLeft) return isLeft;
  return turn(points, at, one, other) < 0;
}
