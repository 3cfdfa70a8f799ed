import type { Mesh, Vec3 } from '@neurofab/core';

/*
 * The view is parallel, from 23° to the right of the front and 28° above. Sides of Pythagorean triangles serve as sines
 * and cosines: they are the same everywhere, where the last bit of Math.sin differs between engines.
 */
const [SIN_TURN, COS_TURN] = [5 / 13, 12 / 13];
const [SIN_TILT, COS_TILT] = [8 / 17, 15 / 17];

/** What points right in the picture. */
const RIGHT: Vec3 = [COS_TURN, SIN_TURN, 0];
/** What points up in the picture. */
const UP: Vec3 = [-SIN_TURN * SIN_TILT, COS_TURN * SIN_TILT, COS_TILT];
/** What points at the viewer. */
const NEAR: Vec3 = [SIN_TURN * COS_TILT, -COS_TURN * COS_TILT, SIN_TILT];

/** How a picture shows the model: so many samples a millimetre, and where the origin comes to lie. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The view that shows all meshes as large as they fit into a square of `size` samples with this margin. */
export function frame(meshes: Iterable<Mesh>, size: number, margin: number): View {
  const extent: Extent = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { positions } of meshes) widen(extent, positions);
  const { left, right, bottom, top } = extent;
  const scale = (size - 2 * margin) / Math.max(right - left, top - bottom);
  return { scale, x: (size - scale * (left + right)) / 2, y: (size + scale * (bottom + top)) / 2 };
}

interface Extent {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** On its own: engines compile a loop soon, but not what comes after it in the same function. */
function widen(extent: Extent, positions: Float32Array): void {
  let { left, right, bottom, top } = extent;
  for (let i = 0; i < positions.length; i += 3) {
    const x = along(RIGHT, positions, i);
    const y = along(UP, positions, i);
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  Object.assign(extent, { left, right, bottom, top });
}

/** Writes to `points` where the vertices of a mesh lie in the picture: right, down and near, in samples. */
export function project({ positions }: Mesh, { scale, x, y }: View, points: Float64Array): void {
  for (let i = 0; i < positions.length; i += 3) {
    points[i] = x + scale * along(RIGHT, positions, i);
    points[i + 1] = y - scale * along(UP, positions, i);
    points[i + 2] = scale * along(NEAR, positions, i);
  }
}

function along([x, y, z]: Vec3, positions: Float32Array, i: number): number {
  return x * positions[i]! + y * positions[i + 1]! + z * positions[i + 2]!;
}
