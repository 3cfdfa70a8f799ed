import { type Placement, place, shift } from './placement.ts';
import type { Solid, Vec3 } from './scene.ts';

/** The same solid elsewhere. */
export function moveSolid<Kind extends Solid>(solid: Kind, by: Vec3): Kind {
  return placeSolid(solid, shift(by));
}

/** The same solid turned and moved. */
export function placeSolid<Kind extends Solid>(solid: Kind, placement: Placement): Kind {
  const placed = (point: Vec3) => place(point, placement);
  switch (solid.kind) {
    case 'sphere':
      return { ...solid, center: placed(solid.center) };
    case 'cylinder':
      return { ...solid, from: placed(solid.from), to: placed(solid.to) };
    case 'prism':
      return { ...solid, from: solid.from.map(placed), to: solid.to.map(placed) };
  }
}
