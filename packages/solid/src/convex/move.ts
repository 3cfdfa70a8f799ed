import type { Solid, Vec3 } from '@neurofab/core';

/** A solid that stands elsewhere. */
export function move(solid: Solid, [dx, dy, dz]: Vec3): Solid {
  const moved = ([x, y, z]: Vec3): Vec3 => [x + dx, y + dy, z + dz];
  switch (solid.kind) {
    case 'sphere':
      return { ...solid, center: moved(solid.center) };
    case 'cylinder':
      return { ...solid, from: moved(solid.from), to: moved(solid.to) };
    case 'prism':
      return { ...solid, from: solid.from.map(moved), to: solid.to.map(moved) };
  }
}
