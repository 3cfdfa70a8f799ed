import type { Vec3 } from '@neurofab/core';
import { cornersOf, cross, minus } from './corners.ts';
import type { Piece } from './list-pieces.ts';
import type { Box } from './overlapping-boxes.ts';
import { trianglesIn } from './triangles-in.ts';

/** A point just inside a piece, under the middle of its largest triangle that has it in a box; `undefined` if none has. */
export function pointUnderSkin(piece: Piece, box: Pick<Box, 'min' | 'max'>): Vec3 | undefined {
  const { min, max } = box;
  let largest = 0;
  let point: Vec3 | undefined;
  for (const triangle of trianglesIn(piece, box)) {
    const [a, b, c] = cornersOf(piece, triangle);
    const normal = cross(minus(b, a), minus(c, a));
    const area = Math.hypot(...normal);
    if (area <= largest) continue;
    // A hundredth of how long the triangle is; the normal's length is the square of that.
    const depth = 0.01 / Math.sqrt(area);
    const middle = (axis: 0 | 1 | 2) => (a[axis] + b[axis] + c[axis]) / 3;
    if (!([0, 1, 2] as const).every((axis) => middle(axis) >= min[axis] && middle(axis) <= max[axis]))
      continue;
    largest = area;
    point = [middle(0) - normal[0] * depth, middle(1) - normal[1] * depth, middle(2) - normal[2] * depth];
  }
  return point;
}
