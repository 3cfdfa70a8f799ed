import type { Prism } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { type LineSolids, lineSolids } from '../text/line-solids.ts';
import { type OnPlate, onPlate } from '../text/on-plate.ts';

import { circle, offset, type Polygon, roundEnough, rounded, standing } from './polygon.ts';

/** The hole that a plaque hangs by: wide enough for a nail or the neck of a screw, whatever its size, with walls that hold it. */
const HOLE_RADIUS = 2.5;
const HOLE_WALL = 4;
/** From the edge of the plate to the hole, so that it is clear of nodes. */
const ABOVE_PLATE = 1;

/** What is there of a plaque beside its network. */
export interface Plate extends LineSolids {
  readonly plate: readonly Prism[];
}

/** The plate under a network whose middle is over the origin, and the tab that it hangs by; and the lines on it. */
export function plateSolids(spec: NetworkSpec, thickness: number): Plate {
  const on = onPlate(spec);
  const { radius, min, max } = on;
  const corner = circle(radius, roundEnough(spec.resolution));
  const plate = standing(rounded(corner, [min[0], max[0]], [min[1], max[1]]), [0, thickness]);
  return {
    plate: spec.hangingHole === true ? [plate, ...tab(spec, on, thickness)] : [plate],
    ...lineSolids(spec, on, { at: [0, 0, thickness], thickness }),
  };
}

/** A ring above the plate's edge, in its middle, of convex solids: so nothing has to be taken away. */
function tab({ resolution }: NetworkSpec, { radius, min, max }: OnPlate, thickness: number): Prism[] {
  const [middle, edge] = [(min[0] + max[0]) / 2, max[1] + radius];
  const raised = (polygon: Polygon) =>
    polygon.map(([x, y]) => [x + middle, y + edge + ABOVE_PLATE + HOLE_RADIUS] as const);
  const hole = circle(HOLE_RADIUS, roundEnough(resolution));
  const [inner, outer] = [raised(hole), raised(offset(hole, HOLE_WALL))];
  return inner.map((corner, i) => {
    const next = (i + 1) % inner.length;
    return standing([corner, outer[i]!, outer[next]!, inner[next]!], [0, thickness]);
  });
}
