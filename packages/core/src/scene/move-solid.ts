import { type Placement, place } from './placement.ts';
import type { Prism, Solid, Vec3 } from './scene.ts';

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

/** A prism turned and moved. */
export function placePrism<Kind extends Prism>(prism: Kind, placement: Placement): Kind {
  const placed = (corner: Vec3) => place(corner, placement);
  return { ...prism, from: prism.from.map(placed), to: prism.to.map(placed) };
}
