import type { Vec3 } from '@neurofab/core';
import { cross, minus } from '@neurofab/core/internal';
import { cornersOf } from './corners.ts';
import type { Piece } from './list-pieces.ts';
import { trianglesIn } from './triangles-in.ts';

/**
 * How often a piece goes round a point: 1 inside, 0 outside, -1 in the hollow that it is the wall of. Counts where a ray to +x leaves the
 * piece, less where it enters; one that meets an edge meets one of the triangles beside it.
 */
export function windingNumber(piece: Piece, point: Vec3): number {
  let count = 0;
  const [px, py, pz] = point;
  for (const triangle of trianglesIn(piece, { min: point, max: [Infinity, py, pz] })) {
    const [a, b, c] = cornersOf(piece, triangle);
    const turns = passes(a, b, point) + passes(b, c, point) + passes(c, a, point);
    if (turns === 0) continue;
    const [nx, ny, nz] = cross(minus(b, a), minus(c, a));
    const x = a[0] - (ny * (py - a[1]) + nz * (pz - a[2])) / nx;
    if (x > px) count -= turns;
  }
  return count;
}

/** Seen along x: 1 or -1 where the way from one corner to another passes above a point to the right or to the left, else 0. */
function passes(from: Vec3, to: Vec3, [, y, z]: Vec3): number {
  if (from[1] <= y === to[1] <= y) return 0;
  // In one order, so that both triangles of an edge agree.
  const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
  const height = low[2] + ((y - low[1]) / (high[1] - low[1])) * (high[2] - low[2]);
  if (height <= z) return 0;
  return from[1] <= y ? 1 : -1;
}
