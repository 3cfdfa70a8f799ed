import type { Scene } from '@neurofab/core';

/**
 * The y of the plane that all solids of a scene are symmetric about, as those of every network are; `undefined` if there
 * is none. Spheres and cylinders start their circles in that plane, so their tessellations are symmetric about it too.
 */
export function mirrorPlane({ parts }: Scene): number | undefined {
  let plane: number | undefined;
  for (const { solids } of parts) {
    for (const solid of solids) {
      const ends = solid.kind === 'sphere' ? [solid.center] : [solid.from, solid.to];
      for (const [, y] of ends) {
        plane ??= y;
        if (y !== plane) return undefined;
      }
    }
  }
  return plane;
}
