import type { Mesh } from '@neurofab/core';
import initialize, { type Manifold, type Vec3 } from 'manifold-3d';

const kernel = await initialize();
kernel.setup();

/** Sides of what is round. */
export const SIDES = 128;

/** From its lowest corner on. */
export function box(size: Vec3, [x, y, z]: Vec3 = [0, 0, 0]): Manifold {
  return kernel.Manifold.cube(size).translate(x, y, z);
}

/** A ball whose lowest point is at a height. */
export function ball(radius: number, bottom: number): Manifold {
  return kernel.Manifold.sphere(radius, SIDES).translate(0, 0, bottom + radius);
}

/** Around the z axis from the bed on, of one radius or of a lower and an upper one. */
export function cone(height: number, lower: number, upper = lower): Manifold {
  return kernel.Manifold.cylinder(height, lower, upper, SIDES);
}

export function joined(...shapes: readonly Manifold[]): Mesh {
  const { vertProperties, triVerts } = kernel.Manifold.union(shapes).getMesh();
  return { positions: vertProperties, indices: triVerts };
}
