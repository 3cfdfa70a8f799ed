import { type Point, type Ring, turn } from './grid.ts';

/** An edge goes through a corner that is nearer than this, in steps of the grid: as far as rounding moves one, and a little more. */
const NEAR = 0.75;

/** The same rings with edges that go through each corner beside which they pass so near that rounding may have put it on their other side (snap rounding). */
export function throughCorners(rings: readonly Ring[]): Ring[] {
  const corners = rings.flat().toSorted((one, other) => one.x - other.x);
  return rings.map((ring) =>
    ring.flatMap((from, i) => [from, ...passed(from, ring[(i + 1) % ring.length]!, corners)]),
  );
}

/** The corners that an edge passes, in its direction. They come from left to right. */
function passed(from: Point, to: Point, corners: readonly Point[]): Point[] {
  const [along, up] = [to.x - from.x, to.y - from.y];
  const squared = along * along + up * up;
  const way = ({ x, y }: Point) => (x - from.x) * along + (y - from.y) * up;
  const first = firstFrom(corners, Math.min(from.x, to.x) - NEAR);
  const last = Math.max(from.x, to.x) + NEAR;
  const beside: Point[] = [];
  for (let i = first; i < corners.length && corners[i]!.x <= last; i++) {
    const corner = corners[i]!;
    const isBetween = way(corner) > 0 && way(corner) < squared;
    if (isBetween && turn(from, to, corner) ** 2 < NEAR * NEAR * squared) beside.push(corner);
  }
  return beside.sort((one, other) => way(one) - way(other));
}

/** The number of the first corner that is not to the left of an x. */
function firstFrom(corners: readonly Point[], x: number): number {
  let [low, high] = [0, corners.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (corners[middle]!.x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
