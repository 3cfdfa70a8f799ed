import type { Bounds, Scene } from '@neurofab/core';
import { solidsBounds } from '@neurofab/core/internal';

/** Places that are looked at along each side. */
const STEPS = 12;

/** Where a round badge over what lies within bounds hides the fewest nodes and letters, the first from the upper left. */
export function badgePlace(
  { min, max }: Bounds,
  radius: number,
  hidden: readonly Bounds[],
): readonly [x: number, y: number] {
  const near = hidden.filter((box) => overlaps(box, { min, max }));
  const xs = stepsBetween(min[0] + radius, max[0] - radius);
  const ys = stepsBetween(max[1] - radius, min[1] + radius);
  const places = ys.flatMap((y) => xs.map((x) => [x, y] as const));
  const costs = places.map(([x, y]) => {
    const badge: Bounds = { min: [x - radius, y - radius, 0], max: [x + radius, y + radius, 0] };
    return near.filter((box) => overlaps(box, badge)).length;
  });
  return places[costs.indexOf(Math.min(...costs))]!;
}

/** The boxes of all nodes of a scene and of all that is neither node nor connection. */
export function hideable({ pieces }: Pick<Scene, 'pieces'>): Bounds[] {
  return pieces.flatMap(({ nodes, others }) => [...nodes, ...others].map((solid) => solidsBounds([solid])));
}

/** As seen from above. */
function overlaps(one: Bounds, other: Bounds): boolean {
  return [0, 1].every((axis) => one.min[axis]! < other.max[axis]! && other.min[axis]! < one.max[axis]!);
}

/** From one end to the other. */
function stepsBetween(from: number, to: number): number[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => from + ((to - from) * i) / STEPS);
}
