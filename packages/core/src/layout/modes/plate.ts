import type { Prism } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { middle } from '../base-solids.ts';
import { brailleRoom } from '../braille/braille-line.ts';
import { drawnOf } from '../drawn.ts';
import { belowNodes } from '../text/below-nodes.ts';
import { type LineSolids, lineSolids } from '../text/line-solids.ts';
import { circle, offset, type Polygon, roundEnough, rounded, standing } from './polygon.ts';

/** Around the outermost nodes, in node radii. */
const MARGIN = 1.25;
/** The hole that a plaque hangs by: wide enough for a nail or the neck of a screw, whatever its size, with walls that hold it. */
const HOLE_RADIUS = 2.5;
const HOLE_WALL = 4;
/** From the edge of the plate to the hole, so that it is clear of nodes. */
const ABOVE_PLATE = 1;

/** What is there of a plaque beside its network. */
export interface Plate extends LineSolids {
  readonly plate: readonly Prism[];
}

/** The plate under a network whose middle is over the origin, and the tab that it hangs by; and text and Braille along its lower edge. */
export function plateSolids(spec: NetworkSpec, thickness: number): Plate {
  const { nodeRadius, nodeSpacing, resolution } = spec;
  const half = plateHalf(spec);
  const { layers } = drawnOf(spec).network;
  const rows = layers.reduce((most, { shown }) => Math.max(most, shown.length), 0);
  const reach = ((rows - 1) / 2) * nodeSpacing;
  const radius = (1 + MARGIN) * nodeRadius;
  const strip = belowNodes(spec, plateStrip(spec));
  const lowest = -reach - Math.max(0, strip.deep - MARGIN * nodeRadius);
  const corner = circle(radius, roundEnough(resolution));
  const plate = standing(rounded(corner, [-half, half], [lowest, reach]), [0, thickness]);
  const at = [0, -reach - nodeRadius, thickness] as const;
  return {
    plate: spec.hangingHole === true ? [plate, ...tab(spec, reach + radius, thickness)] : [plate],
    ...lineSolids(spec, { ...strip, at, thickness }),
  };
}

/** How wide the plate is, and the radius of its corners. */
export function plateStrip(spec: NetworkSpec): { readonly wide: number; readonly cornerRadius: number } {
  const cornerRadius = (1 + MARGIN) * spec.nodeRadius;
  return { wide: 2 * (plateHalf(spec) + cornerRadius), cornerRadius };
}

/** From the middle of the plate to those of its round corners, between which Braille has to fit. */
function plateHalf(spec: NetworkSpec): number {
  return Math.max(middle(spec), brailleRoom(spec).wide);
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
