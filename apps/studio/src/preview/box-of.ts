import type { Bounds, Vec3 } from '@neurofab/core';
import type { Drawing } from './drawing.ts';
import { reachOf } from './reach-of.ts';

/** The box around what is drawn. What is cut off at the bed counts, too. */
export function boxOf(drawing: Pick<Drawing, 'pieces' | 'instances' | 'triangles'>): Bounds {
  const reach = (x: number, y: number, z: number) => reachOf(drawing, [x, y, z]);
  const min: Vec3 = [-reach(-1, 0, 0), -reach(0, -1, 0), -reach(0, 0, -1)];
  return { min, max: [reach(1, 0, 0), reach(0, 1, 0), reach(0, 0, 1)] };
}
