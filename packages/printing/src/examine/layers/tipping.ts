import type { Vec3 } from '@neurofab/core';

/** What stands somewhere: its mass, and what it touches the ground with. */
export interface Standing {
  readonly center: Vec3;
  readonly contact: readonly Vec3[];
}

/**
 * The angle in degrees by which something has to be tipped about the nearest edge of what it stands on until it falls; 0 where it falls
 * by itself. The ground is at z = 0.
 */
export function tippingAngle({ center: [x, y, z], contact }: Standing): number {
  const hull = hullOf(contact);
  if (hull.length < 3) return 0;
  const distances = hull.map(([ax, ay], i) => {
    const [bx, by] = hull[(i + 1) % hull.length]!;
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
  });
  return (Math.atan2(Math.max(0, Math.min(...distances)), z) * 180) / Math.PI;
}

type Corner = readonly [x: number, y: number];

/** The convex polygon around points, counter-clockwise (Andrew's monotone chain). */
function hullOf(points: readonly Vec3[]): Corner[] {
  const sorted = points.map(([x, y]): Corner => [x, y]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

/** One side of it, less its last corner, which begins the other. */
function halfHull(points: readonly Corner[]): Corner[] {
  const hull: Corner[] = [];
  for (const point of points) {
    while (hull.length > 1 && !turnsLeft(hull.at(-2)!, hull.at(-1)!, point)) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function turnsLeft([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): boolean {
  return (bx - ax) * (cy - ay) > (by - ay) * (cx - ax);
}
