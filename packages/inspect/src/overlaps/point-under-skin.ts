import type { Vec3 } from '@neurofab/core';
import { cross, minus } from '@neurofab/core/internal';
import { cornersOf } from './corners.ts';
import type { Piece } from './list-pieces.ts';
import type { Box } from './overlapping-boxes.ts';
import { trianglesIn } from './triangles-in.ts';

/**
 * A point of a piece, as deep under its skin as asked for: below the middle of a triangle or beside a corner of it, whichever lies deepest
 * in a box; `undefined` if none lies in it.
 */
export function pointUnderSkin(piece: Piece, box: Pick<Box, 'min' | 'max'>, depth: number): Vec3 | undefined {
  let deepest = 0;
  let point: Vec3 | undefined;
  for (const triangle of trianglesIn(piece, box)) {
    const corners = cornersOf(piece, triangle);
    const [a, b, c] = corners;
    const middle: Vec3 = [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3, (a[2] + b[2] + c[2]) / 3];
    const normal = cross(minus(b, a), minus(c, a));
    const length = Math.hypot(...normal);
    if (length === 0) continue;
    const besides = corners.map((corner) => {
      const inward = minus(middle, corner);
      return moved(corner, inward, Math.min(1, (2 * depth) / Math.hypot(...inward)));
    });
    for (const start of [middle, ...besides]) {
      const below = moved(start, normal, -depth / length);
      const depthInBox = depthIn(box, below);
      if (depthInBox <= deepest) continue;
      deepest = depthInBox;
      point = below;
    }
  }
  return point;
}

function moved(from: Vec3, direction: Vec3, share: number): Vec3 {
  return [from[0] + share * direction[0], from[1] + share * direction[1], from[2] + share * direction[2]];
}

/** How far a point is from the nearest side of a box, below 0 outside. */
function depthIn({ min, max }: Pick<Box, 'min' | 'max'>, point: Vec3): number {
  return Math.min(
    ...([0, 1, 2] as const).map((axis) => Math.min(point[axis] - min[axis], max[axis] - point[axis])),
  );
}
