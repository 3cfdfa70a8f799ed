import type { Polygon } from '../src/index.ts';

/** The area of a ring: more than 0 where it goes counter-clockwise. */
export function areaOf(ring: Polygon): number {
  return sum(edgesOf(ring).map(([[ax, ay], [bx, by]]) => (ax * by - bx * ay) / 2));
}

/** Its edges, each with where it starts and ends. */
export function edgesOf(ring: Polygon): [Polygon[number], Polygon[number]][] {
  return ring.map((from, i) => [from, ring[(i + 1) % ring.length]!]);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How far three corners turn to the left. */
export function turnOf(
  [ax, ay]: Polygon[number],
  [bx, by]: Polygon[number],
  [cx, cy]: Polygon[number],
): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
