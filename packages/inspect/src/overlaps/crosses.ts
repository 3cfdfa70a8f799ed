import type { Vec3 } from '@neurofab/core';
import { cross, dot, minus } from '@neurofab/core/internal';
import { cornersOf, type Triangle } from './corners.ts';
import type { Piece } from './list-pieces.ts';
import { type Box, type Budget, overlappingBoxes } from './overlapping-boxes.ts';
import { roundingOf } from './rounding-of.ts';
import { trianglesIn } from './triangles-in.ts';

/**
 * Whether the surfaces of two pieces go through each other, deeper than a file's rounding. Faces, edges and corners that touch do not.
 */
export function crosses(piece: Piece, other: Piece, budget: Budget): boolean {
  const depth = roundingOf(piece, other);
  let found = false;
  overlappingBoxes([...facesNear(piece, other, 0, budget), ...facesNear(other, piece, 1, budget)], {
    budget,
    isWanted: (group, another) => group !== another && !found,
    meet: (a, b) => {
      found ||= goesThrough(a.corners, b.corners, depth) || goesThrough(b.corners, a.corners, depth);
    },
  });
  return found;
}

interface Face extends Box {
  readonly corners: Triangle;
}

/** The triangles of a piece in the box of another. */
function facesNear(piece: Piece, box: Piece, group: number, budget: Budget): Face[] {
  const faces: Face[] = [];
  budget.steps -= piece.triangles.length;
  if (budget.steps <= 0) return faces;
  for (const triangle of trianglesIn(piece, box)) {
    const corners = cornersOf(piece, triangle);
    const [a, b, c] = corners;
    const min: Vec3 = [Math.min(a[0], b[0], c[0]), Math.min(a[1], b[1], c[1]), Math.min(a[2], b[2], c[2])];
    const max: Vec3 = [Math.max(a[0], b[0], c[0]), Math.max(a[1], b[1], c[1]), Math.max(a[2], b[2], c[2])];
    faces.push({ min, max, group, corners });
  }
  return faces;
}

/** Whether an edge of one triangle goes through another, farther from its rim than a depth, and on both sides as far. */
function goesThrough(edges: Triangle, [a, b, c]: Triangle, depth: number): boolean {
  const normal = cross(minus(b, a), minus(c, a));
  const length = Math.hypot(...normal);
  const heights = edges.map((corner) => dot(normal, minus(corner, a)) / length);
  for (let i = 0; i < 3; i++) {
    const [from, to] = [heights[i]!, heights[(i + 1) % 3]!];
    // Written so that NaN, of a triangle without area, fails.
    if (!(Math.max(from, to) > depth && Math.min(from, to) < -depth)) continue;
    const p = edges[i]!;
    const direction = minus(edges[(i + 1) % 3]!, p);
    const sides = [side(p, direction, a, b), side(p, direction, b, c), side(p, direction, c, a)];
    if (sides.every((value) => value > depth) || sides.every((value) => value < -depth)) return true;
  }
  return false;
}

/** How far a line passes from the line from one point to another, times the sine between them: below 0 on its other side. */
function side(p: Vec3, direction: Vec3, from: Vec3, to: Vec3): number {
  const along = minus(to, from);
  return dot(minus(from, p), cross(along, direction)) / (Math.hypot(...along) * Math.hypot(...direction));
}
