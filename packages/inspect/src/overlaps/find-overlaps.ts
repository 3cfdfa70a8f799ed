import type { Vec3 } from '@neurofab/core';
import type { PlacedMesh } from '../placed-mesh.ts';
import { crosses } from './crosses.ts';
import { listPieces, type Piece } from './list-pieces.ts';
import { type Budget, overlappingBoxes } from './overlapping-boxes.ts';
import { pointUnderSkin } from './point-under-skin.ts';
import { roundingOf } from './rounding-of.ts';
import { windingNumber } from './winding-number.ts';

/** Whether a body shares room; `null` where that would have taken too long to find out. */
export interface Overlap {
  /** Whether two of its pieces do. */
  readonly itself: boolean | null;
  /** Whether it does with another body. */
  readonly others: boolean | null;
}

/** Of some ten nanoseconds each. */
const MAX_STEPS = 2e8;

/**
 * Which bodies share room with themselves or with others, piece by piece: surfaces go through each other, or a piece lies in another where
 * that is not hollow. Contact is no overlap, nor what may be rounding. Whether a single piece goes through itself is not looked at.
 */
export function findOverlaps(bodies: readonly PlacedMesh[], maxSteps: number = MAX_STEPS): Overlap[] {
  const itself = new Set<number>();
  const others = new Set<number>();
  const isWanted = (body: number, other: number) =>
    body === other ? !itself.has(body) : !(others.has(body) && others.has(other));
  const found = ({ group: body }: Piece, { group: other }: Piece) => {
    if (body === other) itself.add(body);
    else others.add(body).add(other);
  };

  const pieces = bodies.flatMap(listPieces);
  const budget: Budget = { steps: maxSteps };
  overlappingBoxes(pieces, {
    isWanted,
    budget,
    meet: (a, b) => {
      if (crosses(a, b, budget) || fills(a, b, pieces, budget) || fills(b, a, pieces, budget)) found(a, b);
    },
  });
  const verdict = (isFound: boolean) => isFound || (budget.steps > 0 ? false : null);
  return bodies.map((_, body) => ({ itself: verdict(itself.has(body)), others: verdict(others.has(body)) }));
}

/** Whether a piece fills room inside another, so that this is counted twice, and is not in a hollow of it. */
function fills(piece: Piece, outer: Piece, pieces: readonly Piece[], budget: Budget): boolean {
  const around = (point: Vec3, each: Piece) => {
    budget.steps -= each.triangles.length;
    return budget.steps > 0 ? windingNumber(each, point) : 0;
  };
  const point = pointUnderSkin(piece, outer, roundingOf(piece, outer));
  if (point === undefined || around(point, outer) < 1 || around(point, piece) < 1) return false;
  return pieces.reduce((sum, each) => sum + (holds(each, point) ? around(point, each) : 0), 0) > 1;
}

function holds({ min, max }: Piece, point: Vec3): boolean {
  return ([0, 1, 2] as const).every((axis) => point[axis] >= min[axis] && point[axis] <= max[axis]);
}
