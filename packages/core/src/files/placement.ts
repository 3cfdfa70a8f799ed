import type { Vec3 } from '../scene/scene.ts';
import type { Placement } from './model-file.ts';

/** The placement that leaves everything where it is. */
// biome-ignore format: a matrix
export const IDENTITY: Placement = [
  1, 0, 0,
  0, 1, 0,
  0, 0, 1,
  0, 0, 0,
];

/** Where a placement puts a point. */
export function place([x, y, z]: Vec3, [ax, ay, az, bx, by, bz, cx, cy, cz, dx, dy, dz]: Placement): Vec3 {
  return [x * ax + y * bx + z * cx + dx, x * ay + y * by + z * cy + dy, x * az + y * bz + z * cz + dz];
}
