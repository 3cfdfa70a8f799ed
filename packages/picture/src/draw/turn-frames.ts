import { type Mesh, meshBounds } from '@neurofab/core';
import { joinBounds, NO_BOUNDS, unitCircle } from '@neurofab/core/internal';
import { axesAfter, COS_TILT, MARGIN, SIN_TILT, type View } from './view.ts';

/**
 * The views of a full turn in equal steps, counter-clockwise as seen from above, from the usual one on. All show the meshes as large as
 * they fit into a square of `size` samples at any angle, so that the model turns about an axis that stays where it is.
 */
export function turnFrames(
  meshes: readonly Mesh[],
  { steps, size }: { readonly steps: number; readonly size: number },
): View[] {
  const { min, max } = meshes.map(meshBounds).reduce(joinBounds, NO_BOUNDS);
  const axis = { x: (min[0] + max[0]) / 2, y: (min[1] + max[1]) / 2 };
  const swept: Swept = { radius: 0, bottom: Infinity, top: -Infinity };
  for (const { positions } of meshes) sweep(swept, positions, axis);
  const { radius, bottom, top } = swept;
  const scale = (size - 2 * MARGIN * size) / Math.max(2 * radius, top - bottom);
  const { cos, sin } = unitCircle(steps);
  return Array.from({ length: steps }, (_, step) => {
    const axes = axesAfter(cos[step]!, sin[step]!);
    const { right, up } = axes;
    return {
      ...axes,
      scale,
      x: size / 2 - scale * (right[0] * axis.x + right[1] * axis.y),
      y: (size + scale * (bottom + top)) / 2 + scale * (up[0] * axis.x + up[1] * axis.y),
      z: 0,
    };
  });
}

/** What a turn passes over: how far from the axis, and how far down and up in the picture. */
interface Swept {
  radius: number;
  bottom: number;
  top: number;
}

/** Each vertex goes round in a circle, which the picture shows as an ellipse. */
function sweep(
  swept: Swept,
  positions: Float32Array,
  axis: { readonly x: number; readonly y: number },
): void {
  let { radius, bottom, top } = swept;
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y] = [positions[i]! - axis.x, positions[i + 1]! - axis.y];
    const own = Math.sqrt(x * x + y * y);
    const [height, rise] = [COS_TILT * positions[i + 2]!, SIN_TILT * own];
    if (own > radius) radius = own;
    if (height - rise < bottom) bottom = height - rise;
    if (height + rise > top) top = height + rise;
  }
  Object.assign(swept, { radius, bottom, top });
}
