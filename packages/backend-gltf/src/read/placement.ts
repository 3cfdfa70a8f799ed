import type { Placement } from '@neurofab/core';
import type { GltfNode } from './gltf.ts';

/** Metres with +Y up to millimetres with +Z up. */
// biome-ignore format: a matrix
export const TO_MILLIMETRES: Placement = [
  1000,     0,    0,
     0,     0, 1000,
     0, -1000,    0,
     0,     0,    0,
];

/** +Z up to +Y up, in the same unit. */
// biome-ignore format: a matrix
export const UPRIGHT: Placement = [
  1, 0,  0,
  0, 0, -1,
  0, 1,  0,
  0, 0,  0,
];

/** Where a node stands in its parent. */
export function placementOf({ matrix, translation, rotation, scale }: GltfNode): Placement {
  if (matrix !== undefined) {
    // Column by column, each of which is a row of a placement; the last row is that of a projection, which there is none of.
    return [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14].map((i) => matrix[i]!) as unknown as Placement;
  }
  const [x, y, z, w] = rotation as [number, number, number, number];
  // biome-ignore format: a matrix
  const turn = [
    1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w),
    2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w),
    2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y),
  ];
  const turned = turn.map((value, i) => value * scale[Math.floor(i / 3)]!);
  return [...turned, ...translation] as unknown as Placement;
}
