import { type Convexes, EDGE } from '../convex/convexes.ts';
import { FLOOR } from '../convex/form.ts';
import { INSIDE } from './clip.ts';
import { cover } from './cover.ts';
import type { EdgeRows } from './edge-rows.ts';
import type { Piercings } from './pierce.ts';
import type { Vertices } from './vertices.ts';

/** Adds what no other solid hides of a solid's own edges; `found` has all their piercings. */
export type AddOwnEdges = (solid: number, found: Piercings) => void;

export function ownEdges(
  { firstEdge, points, edges, ranks }: Convexes,
  vertices: Vertices,
  rows: EdgeRows,
): AddOwnEdges {
  const covered = cover();
  // Piercings by edge, chained. Numbers start from 1, for 0 is none.
  let latest = new Int32Array(64);
  let earlier = new Int32Array(256);
  let edge = 0;

  /** The vertex at a share of the edge, where a plane ends a piece of it. */
  const vertex = (share: number, plane: number, end: 0 | 1) => {
    if (plane === INSIDE) {
      const point = edges[EDGE * edge + end]!;
      return vertices.ofPoint(point, points[3 * point]!, points[3 * point + 1]!, points[3 * point + 2]!);
    }
    const from = 3 * edges[EDGE * edge]!;
    const to = 3 * edges[EDGE * edge + 1]!;
    const x = points[from]! + share * (points[to]! - points[from]!);
    const y = points[from + 1]! + share * (points[to + 1]! - points[from + 1]!);
    const z = points[from + 2]! + share * (points[to + 2]! - points[from + 2]!);
    if (edges[EDGE * edge + 3] === FLOOR) return vertices.onFloor(edges[EDGE * edge + 2]!, plane, x, y, z);
    return vertices.ofEdge(edge, plane, x, y, z);
  };
  const take = (from: number, fromPlane: number, to: number, toPlane: number, around: number) => {
    const start = vertex(from, fromPlane, 0);
    const end = vertex(to, toPlane, 1);
    const right = edges[EDGE * edge + 3]!;
    rows.add(edges[EDGE * edge + 2]!, around, start, end);
    if (right !== FLOOR) rows.add(right, around, end, start);
  };

  return (solid, { length, edges: pierced, solids, shares, planes }) => {
    const first = firstEdge[solid]!;
    const end = firstEdge[solid + 1]!;
    if (latest.length < end - first) latest = new Int32Array(2 * (end - first));
    if (earlier.length <= length) earlier = new Int32Array(2 * length + 1);
    latest.fill(0, 0, end - first);
    for (let row = length - 1; row >= 0; row--) {
      const own = pierced[row]! - first;
      earlier[row + 1] = latest[own]!;
      latest[own] = row + 1;
    }
    const rank = ranks[solid]!;
    for (edge = first; edge < end; edge++) {
      covered.clear();
      let isHidden = false;
      for (let next = latest[edge - first]!; next !== 0 && !isHidden; next = earlier[next]!) {
        const row = next - 1;
        const other = ranks[solids[row]!]!;
        const i = 2 * row;
        if (other <= rank) {
          isHidden = covered.hide(shares, planes, i);
        } else covered.surround(shares, planes, i, other);
      }
      if (!isHidden) covered.pieces(take);
    }
  };
}
