import { type Point, type Ring, turn } from './grid.ts';

/** Whether an edge goes through another. Whole numbers tell exactly. */
export function doCross(rings: readonly Ring[]): boolean {
  const edges = rings.flatMap(edgesOf).sort((a, b) => a.left - b.left);
  return edges.some((edge, i) => {
    // None further on reaches back to it.
    for (let k = i + 1; k < edges.length && edges[k]!.left <= edge.right; k++) {
      if (isParted(edge, edges[k]!) && isParted(edges[k]!, edge)) return true;
    }
    return false;
  });
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly left: number;
  readonly right: number;
}

function edgesOf(ring: Ring): Edge[] {
  return ring.map((from, i) => {
    const to = ring[(i + 1) % ring.length]!;
    return { from, to, left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) };
  });
}

/** Whether the ends of an edge lie on both sides of another. */
function isParted({ from, to }: Edge, other: Edge): boolean {
  return Math.sign(turn(from, to, other.from)) * Math.sign(turn(from, to, other.to)) < 0;
}
