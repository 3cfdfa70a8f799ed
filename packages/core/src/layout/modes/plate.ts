import type { Prism } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { middle } from '../base-solids.ts';
import { drawnOf } from '../drawn.ts';
import { circle, offset, type Polygon, roundEnough, rounded, standing } from './polygon.ts';

/** Around the outermost nodes, in node radii. */
const MARGIN = 1.25;
/** The hole that a plaque hangs by: wide enough for a nail or the neck of a screw, whatever its size, with walls that hold it. */
const HOLE_RADIUS = 2.5;
const HOLE_WALL = 4;
/** From the edge of the plate to the hole, so that it is clear of nodes. */
const ABOVE_PLATE = 1;

/** The plate under a network whose middle is over the origin, and the tab that it hangs by. */
export function plateSolids(spec: NetworkSpec, thickness: number): Prism[] {
  const { nodeRadius, nodeSpacing, resolution } = spec;
  const half = middle(spec);
  const { layers } = drawnOf(spec).network;
  const rows = layers.reduce((most, { shown }) => Math.max(most, shown.length), 0);
  const reach = ((rows - 1) / 2) * nodeSpacing;
  const radius = (1 + MARGIN) * nodeRadius;
  const corner = circle(radius, roundEnough(resolution));
  const plate = standing(rounded(corner, [-half, half], [-reach, reach]), [0, thickness]);
  if (spec.hangingHole !== true) return [plate];
  return [plate, ...tab(spec, reach + radius, thickness)];
}

/** A ring above the plate's edge, in its middle, of convex solids: so nothing has to be taken away. */
function tab({ resolution }: NetworkSpec, edge: number, thickness: number): Prism[] {
  const raised = (polygon: Polygon) =>
    polygon.map(([x, y]) => [x, y + edge + ABOVE_PLATE + HOLE_RADIUS] as const);
  const hole = circle(HOLE_RADIUS, roundEnough(resolution));
  const [inner, outer] = [raised(hole), raised(offset(hole, HOLE_WALL))];
  return inner.map((corner, i) => {
    const next = (i + 1) % inner.length;
    return standing([corner, outer[i]!, outer[next]!, inner[next]!], [0, thickness]);
  });
}
