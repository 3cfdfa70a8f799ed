import type { Prism } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { middle } from '../base-solids.ts';
import { drawnOf } from '../drawn.ts';
import { belowNodes } from '../text/below-nodes.ts';
import { textLine, textSolids } from '../text/text-line.ts';
import { circle, offset, type Polygon, roundEnough, rounded, standing } from './polygon.ts';

/** Around the outermost nodes, in node radii. */
const MARGIN = 1.25;
/** The hole that a plaque hangs by: wide enough for a nail or the neck of a screw, whatever its size, with walls that hold it. */
const HOLE_RADIUS = 2.5;
const HOLE_WALL = 4;
/** From the edge of the plate to the hole, so that it is clear of nodes. */
const ABOVE_PLATE = 1;

/** The plate under a network whose middle is over the origin, and the tab that it hangs by; and text along its lower edge. */
export function plateSolids(
  spec: NetworkSpec,
  thickness: number,
): { readonly plate: readonly Prism[]; readonly text: readonly Prism[] } {
  const { nodeRadius, nodeSpacing, resolution } = spec;
  const half = middle(spec);
  const { layers } = drawnOf(spec).network;
  const rows = layers.reduce((most, { shown }) => Math.max(most, shown.length), 0);
  const reach = ((rows - 1) / 2) * nodeSpacing;
  const radius = (1 + MARGIN) * nodeRadius;
  const line = textLine(spec);
  const strip = line && belowNodes(spec, line, plateWidth(spec));
  const lowest = -reach - Math.max(0, (strip?.deep ?? 0) - MARGIN * nodeRadius);
  const corner = circle(radius, roundEnough(resolution));
  const plate = standing(rounded(corner, [-half, half], [lowest, reach]), [0, thickness]);
  const at = [0, -reach - nodeRadius - (strip?.middle ?? 0)] as const;
  return {
    plate: spec.hangingHole === true ? [plate, ...tab(spec, reach + radius, thickness)] : [plate],
    text:
      line === undefined
        ? []
        : textSolids(spec, line, { height: strip!.height, at, top: thickness, thickness }),
  };
}

/** How wide the plate is. */
export function plateWidth(spec: NetworkSpec): number {
  return 2 * (middle(spec) + (1 + MARGIN) * spec.nodeRadius);
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
