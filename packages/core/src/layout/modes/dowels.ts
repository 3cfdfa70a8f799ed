import type { Prism, Vec3 } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { drawnOf } from '../drawn.ts';
import { circle, type Polygon, standing } from './polygon.ts';

/** Filament 1.75 mm thick goes into a hole of this radius. */
const RADIUS = 0.95;
/** Sides of a hole: fewer would not let the filament in. */
const SIDES = 24;
/** How deep it goes into a node that is large enough, and how deep at least, or it would hold nothing. */
const DEPTH = 2.4;
const LEAST_DEPTH = 1.2;
/** A cone that rises by this times as much as it narrows, the tangent of 55°, closes the hole without support; at 45° PrusaSlicer still put some. */
const STEEPNESS = 1.43;
/** What is left of a node above that. */
const WALL = 0.8;

/** The radius of the smallest nodes that hold dowels. */
export const LEAST_DOWELED_NODE: number = LEAST_DEPTH + STEEPNESS * RADIUS + WALL;

/** The dowels that hold two halves together, and how long they are in millimetres; `undefined` where nodes are too small for any. */
export function dowelsOf(spec: NetworkSpec): { readonly count: number; readonly length: number } | undefined {
  const depth = dowelDepth(spec);
  if (depth === undefined) return undefined;
  const { layers } = drawnOf(spec).network;
  const count = layers.reduce((sum, { drawn }) => sum + Math.min(2, drawn), 0);
  return { count, length: 2 * depth };
}

/** How deep a dowel goes into each half of a node: whole layers. */
function dowelDepth({ nodeRadius, layerHeight }: NetworkSpec): number | undefined {
  if (nodeRadius < LEAST_DOWELED_NODE) return undefined;
  const room = nodeRadius - LEAST_DOWELED_NODE + LEAST_DEPTH;
  return Math.floor(Math.min(DEPTH, room) / layerHeight! + 1e-9) * layerHeight!;
}

/** Holes for dowels, up from the bed in the middle of nodes; none where nodes are too small. */
export function dowelHoles(spec: NetworkSpec, places: readonly Vec3[]): Prism[] {
  const depth = dowelDepth(spec);
  if (depth === undefined) return [];
  // Less than a layer reaches over.
  const tip = spec.layerHeight! / 4;
  const top = depth + STEEPNESS * (RADIUS - tip);
  return places.flatMap((place) => {
    const hole = around(place, RADIUS);
    return [standing(hole, [-depth, depth]), standing(hole, [depth, top], around(place, tip))];
  });
}

function around([x, y]: Vec3, radius: number): Polygon {
  return circle(radius, { segments: SIDES }).map(([u, v]) => [x + u, y + v]);
}
