import { type Point, type Ring, turn } from './grid.ts';

/**
 * Convex polygons that are together the area of counter-clockwise triangles, and share whole edges as these do. At most four times as
 * many as the fewest possible: S. Hertel and K. Mehlhorn, Fast triangulation of simple polygons, 1983.
 */
export function convexPieces(triangles: readonly Ring[]): Ring[] {
  const pieces = new Set(triangles);
  const pieceAt = new Map(
    triangles.flatMap((triangle) => edgesOf(triangle).map(([from, to]) => [keyOf(from, to), triangle])),
  );
  // Long edges first: what is left has shorter ones, so fewer thin pieces.
  const edges = triangles
    .flatMap(edgesOf)
    .filter(isUpward)
    .sort(([a, b], [c, d]) => squareLength(c, d) - squareLength(a, b));
  for (const [from, to] of edges) {
    const left = pieceAt.get(keyOf(from, to))!;
    const right = pieceAt.get(keyOf(to, from));
    const both = right && joinedAt(left, right, [from, to]);
    if (!both) continue;
    pieces.delete(left);
    pieces.delete(right);
    pieces.add(both);
    for (const [start, end] of edgesOf(both)) pieceAt.set(keyOf(start, end), both);
  }
  return [...pieces];
}

type Edge = readonly [from: Point, to: Point];

function edgesOf(ring: Ring): Edge[] {
  return ring.map((from, i) => [from, ring[(i + 1) % ring.length]!]);
}

/** True for one of the two directions of an edge between neighbours. */
function isUpward([from, to]: Edge): boolean {
  return from.y < to.y || (from.y === to.y && from.x < to.x);
}

function keyOf(from: Point, to: Point): string {
  return `${from.x},${from.y},${to.x},${to.y}`;
}

function squareLength(from: Point, to: Point): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  return x * x + y * y;
}

/** Two pieces as one without the edge between them, if that is convex. */
function joinedAt(left: Ring, right: Ring, [from, to]: Edge): Ring | undefined {
  // Each as a path from one end of the edge the long way round to the other.
  const there = startingAt(left, to);
  const back = startingAt(right, from);
  const isConvex = turn(back.at(-2)!, to, there[1]!) > 0 && turn(there.at(-2)!, from, back[1]!) > 0;
  return isConvex ? [...there.slice(0, -1), ...back.slice(0, -1)] : undefined;
}

function startingAt(ring: Ring, { x, y }: Point): Ring {
  const at = ring.findIndex((point) => point.x === x && point.y === y);
  return [...ring.slice(at), ...ring.slice(0, at)];
}
