import type { Mesh } from '@neurofab/core';
import { type Axes, along, axesAfter, MARGIN, type View } from './view.ts';

/** A view along some axes, the usual ones if left out, which shows all meshes as large as they fit into a square of `size` samples. */
export function frame(meshes: Iterable<Mesh>, size: number, axes: Axes = axesAfter(1, 0)): View {
  const extent: Extent = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const { positions } of meshes) widen(extent, positions, axes);
  const { left, right, bottom, top } = extent;
  const scale = (size - 2 * MARGIN * size) / Math.max(right - left, top - bottom);
  return {
    ...axes,
    scale,
    x: (size - scale * (left + right)) / 2,
    y: (size + scale * (bottom + top)) / 2,
    z: 0,
  };
}

interface Extent {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** On its own: engines compile a loop soon, but not what comes after it in the same function. */
function widen(extent: Extent, positions: Float32Array, axes: Axes): void {
  let { left, right, bottom, top } = extent;
  for (let i = 0; i < positions.length; i += 3) {
    const x = along(axes.right, positions, i);
    const y = along(axes.up, positions, i);
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  Object.assign(extent, { left, right, bottom, top });
}
