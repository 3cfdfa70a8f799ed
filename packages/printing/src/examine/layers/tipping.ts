import type { Vec3 } from '@neurofab/core';
import { hullOf } from './hull.ts';

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
  const hull = hullOf(contact.map(([atX, atY]) => [atX, atY]));
  if (hull.length < 3) return 0;
  const distances = hull.map(([ax, ay], i) => {
    const [bx, by] = hull[(i + 1) % hull.length]!;
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
  });
  return (Math.atan2(Math.max(0, Math.min(...distances)), z) * 180) / Math.PI;
}
