import type { Solid, Vec3 } from './scene.ts';

/** The same solid elsewhere. */
export function moveSolid<Kind extends Solid>(solid: Kind, [dx, dy, dz]: Vec3): Kind {
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
