import type { Mesh, Vec3 } from '@neurofab/core';

/** Where a picture is seen from, as unit vectors. */
export interface Axes {
  /** What points right in the picture. */
  readonly right: Vec3;
  /** What points up in it. */
  readonly up: Vec3;
  /** What points at the viewer. */
  readonly near: Vec3;
}

/** How a picture shows the model. */
export interface View extends Axes {
  /** Samples a millimetre. */
  readonly scale: number;
  /** Where the origin comes to lie, in samples from the left, from the top, and towards the viewer. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What stays free on each side of the model, as a share of the picture. */
export const MARGIN: number = 3 / 128;

/*
 * The view is parallel, from 23° to the right of the front and 28° above. Sides of Pythagorean triangles serve as sines
 * and cosines: they are the same everywhere, where the last bit of Math.sin differs between engines.
 */
const [SIN_TURN, COS_TURN] = [5 / 13, 12 / 13];
export const SIN_TILT: number = 8 / 17;
export const COS_TILT: number = 15 / 17;

/** The usual view, once the model was turned counter-clockwise, as seen from above, by the angle of this cosine and sine. */
export function axesAfter(cos: number, sin: number): Axes {
  const sinTurn = SIN_TURN * cos - COS_TURN * sin;
  const cosTurn = COS_TURN * cos + SIN_TURN * sin;
  return {
    right: [cosTurn, sinTurn, 0],
    up: [-sinTurn * SIN_TILT, cosTurn * SIN_TILT, COS_TILT],
    near: [sinTurn * COS_TILT, -cosTurn * COS_TILT, SIN_TILT],
  };
}

/** From straight above, with the front of the bed below. */
export const FROM_ABOVE: Axes = { right: [1, 0, 0], up: [0, 1, 0], near: [0, 0, 1] };

/** Writes to `points` where the vertices of a mesh lie in the picture: right, down and near, in samples. */
export function project(
  { positions }: Mesh,
  { right, up, near, scale, x, y, z }: View,
  points: Float64Array,
): void {
  for (let i = 0; i < positions.length; i += 3) {
    points[i] = x + scale * along(right, positions, i);
    points[i + 1] = y - scale * along(up, positions, i);
    points[i + 2] = z + scale * along(near, positions, i);
  }
}

/** How far the vertex that begins at `i` lies along a direction, in millimetres. */
export function along([x, y, z]: Vec3, positions: Float32Array, i: number): number {
  return x * positions[i]! + y * positions[i + 1]! + z * positions[i + 2]!;
}
