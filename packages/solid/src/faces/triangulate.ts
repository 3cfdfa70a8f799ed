import { NEAR } from '../surface.ts';

/** Corners of polygons as flat points on a lattice, so that which way three of them turn is exact: coordinates have at most 25 bits. */
export interface FlatPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Receives a triangle by the places of its corners in the row. */
export type TakeTriangle = (a: number, b: number, c: number) => void;

/** Twice the area of a triangle, positive if it runs counter-clockwise. */
export function turn({ x, y }: FlatPoints, a: number, b: number, c: number): number {
  return (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!);
}

/** The squared distance of two points. */
export function distance2({ x, y }: FlatPoints, a: number, b: number): number {
  const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
  return dx * dx + dy * dy;
}

/**
 * Gives the triangles of a polygon whose corners are `row[from]` up to before `row[to]`, counter-clockwise: two fewer than
 * corners, whatever the polygon. No corner is left out, also where several lie on a line, so that what has a side in common
 * keeps it. Of a polygon that crosses itself, the triangles overlap.
 */
export type CutPolygon = (
  points: FlatPoints,
  row: Int32Array,
  from: number,
  to: number,
  take: TakeTriangle,
) => void;

/** Cuts polygons into triangles. */
export function triangulator(): CutPolygon {
  let next = new Int32Array(64);
  let previous = new Int32Array(64);
  let shapes = new Uint8Array(64);

  return (points, row, from, to, take) => {
    const count = to - from;
    if (count < 3) return;
    if (isRound(points, row, from, to)) {
      cutStrip(row, from, to, take);
      return;
    }
    if (next.length < count) {
      next = new Int32Array(2 * count);
      previous = new Int32Array(2 * count);
      shapes = new Uint8Array(2 * count);
    }
    for (let i = 0; i < count; i++) {
      next[i] = i + 1 === count ? 0 : i + 1;
      previous[i] = i === 0 ? count - 1 : i - 1;
    }
    const corner = (i: number) => row[from + i]!;
    const turnAt = (i: number) => turn(points, corner(previous[i]!), corner(i), corner(next[i]!));
    const shapeAt = (i: number) => shapeOf(points, corner(previous[i]!), corner(i), corner(next[i]!));
    for (let i = 0; i < count; i++) shapes[i] = shapeAt(i);

    let left = count;
    let at = 0;
    let failed = 0;
    while (left > 3) {
      // Almost straight corners wait until there are no others: their triangles are thin.
      const isEar = shapes[at]! >= (failed < left ? SHARP : BLUNT) && isFree(points, row, from, at);
      if (!isEar && failed < 2 * left) {
        failed++;
        at = next[at]!;
        continue;
      }
      // A polygon that touches or crosses itself may have no ear: then the roundest corner goes.
      const ear = isEar ? at : roundest(at, turnAt);
      const before = previous[ear]!;
      const after = next[ear]!;
      take(corner(before), corner(ear), corner(after));
      next[before] = after;
      previous[after] = before;
      left--;
      shapes[before] = shapeAt(before);
      shapes[after] = shapeAt(after);
      // Every other corner first: fans of long triangles are thin.
      at = next[after]!;
      failed = 0;
    }
    take(corner(previous[at]!), corner(at), corner(next[at]!));
  };

  /** Whether no other corner lies in the triangle of an ear. */
  function isFree(points: FlatPoints, row: Int32Array, from: number, ear: number): boolean {
    const { x, y } = points;
    const before = previous[ear]!;
    const after = next[ear]!;
    const a = row[from + before]!;
    const b = row[from + ear]!;
    const c = row[from + after]!;
    const ax = x[a]!;
    const ay = y[a]!;
    const bx = x[b]!;
    const by = y[b]!;
    const cx = x[c]!;
    const cy = y[c]!;
    const minX = Math.min(ax, bx, cx);
    const maxX = Math.max(ax, bx, cx);
    const minY = Math.min(ay, by, cy);
    const maxY = Math.max(ay, by, cy);
    for (let i = next[after]!; i !== before; i = next[i]!) {
      if (shapes[i] === SHARP) continue;
      const p = row[from + i]!;
      const px = x[p]!;
      const py = y[p]!;
      if (px < minX || px > maxX || py < minY || py > maxY) continue;
      if ((px === ax && py === ay) || (px === bx && py === by) || (px === cx && py === cy)) continue;
      if (
        (bx - ax) * (py - ay) - (by - ay) * (px - ax) >= 0 &&
        (cx - bx) * (py - by) - (cy - by) * (px - bx) >= 0 &&
        (ax - cx) * (py - cy) - (ay - cy) * (px - cx) >= 0
      )
        return false;
    }
    return true;
  }

  function roundest(start: number, turnAt: (i: number) => number): number {
    let found = start;
    let most = -Infinity;
    let at = start;
    do {
      const here = turnAt(at);
      if (here > most) {
        most = here;
        found = at;
      }
      at = next[at]!;
    } while (at !== start);
    return found;
  }
}

/** What a corner is like: not convex, convex but no farther than `NEAR` from the line between its neighbours, or convex. */
const [DENTED, BLUNT, SHARP] = [0, 1, 2];

function shapeOf(points: FlatPoints, before: number, at: number, after: number): number {
  const turned = turn(points, before, at, after);
  if (turned <= 0) return DENTED;
  return turned * turned > NEAR * NEAR * distance2(points, before, after) ? SHARP : BLUNT;
}

/** Polygons with more corners may have blunt ones everywhere. */
const MANY = 64;

/** Whether all corners of a polygon are convex, and those of one with few corners not even blunt. */
function isRound(points: FlatPoints, row: Int32Array, from: number, to: number): boolean {
  const least = to - from > MANY ? BLUNT : SHARP;
  let a = row[to - 2]!;
  let b = row[to - 1]!;
  for (let i = from; i < to; i++) {
    const c = row[i]!;
    if (shapeOf(points, a, b, c) < least) return false;
    a = b;
    b = c;
  }
  return true;
}

/** From side to side, not as a fan: a point with thousands of edges is slow to look through later. */
function cutStrip(row: Int32Array, from: number, to: number, take: TakeTriangle): void {
  let low = from;
  let high = to - 1;
  while (high - low > 1) {
    take(row[low]!, row[low + 1]!, row[high]!);
    low++;
    if (high - low < 2) return;
    take(row[low]!, row[high - 1]!, row[high]!);
    high--;
  }
}
