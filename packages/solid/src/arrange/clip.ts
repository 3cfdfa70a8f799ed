import { CAPSULE, type Convexes, PLANE } from '../convex/convexes.ts';

/** Tells of straight lines what lies inside convex solids. */
export interface Clipper {
  /** Where the last line that was asked for enters and leaves, as shares of its length. */
  readonly shares: Float64Array;
  /** The planes through which it does, `INSIDE` where it begins or ends inside. */
  readonly planes: Int32Array;
  /** Whether the line between two points passes through a solid. */
  clip(px: number, py: number, pz: number, qx: number, qy: number, qz: number, solid: number): boolean;
}

/** Stands for the plane through which a line enters or leaves a solid, if it begins or ends inside. */
export const INSIDE = -1;

/** Clips lines plane by plane (Cyrus and Beck 1978). */
export function clipper({ firstPlane, planes, capsules, balls }: Convexes): Clipper {
  const shares = new Float64Array(2);
  const through = new Int32Array(2);
  // Lines that miss a solid often miss it on the same side as the one before.
  const lastMissed = new Int32Array(balls.length);
  // Squares of distances from a ball's centre.
  const innermost = new Float64Array(balls.length);
  for (let i = 0; i < balls.length; i++) {
    lastMissed[i] = firstPlane[i]!;
    const form = balls[i];
    if (form !== undefined) innermost[i] = (capsules[CAPSULE * i + 6]! * form.innerRadius * (1 - 1e-9)) ** 2;
  }

  return {
    shares,
    planes: through,
    clip(px, py, pz, qx, qy, qz, solid) {
      const inner = innermost[solid]!;
      if (inner > 0) {
        const at = CAPSULE * solid;
        const ux = px - capsules[at]!;
        const uy = py - capsules[at + 1]!;
        const uz = pz - capsules[at + 2]!;
        const vx = qx - capsules[at]!;
        const vy = qy - capsules[at + 1]!;
        const vz = qz - capsules[at + 2]!;
        if (ux * ux + uy * uy + uz * uz < inner && vx * vx + vy * vy + vz * vz < inner) {
          shares[0] = 0;
          shares[1] = 1;
          through[0] = INSIDE;
          through[1] = INSIDE;
          return true;
        }
        const radius = capsules[at + 6]!;
        if (distance2(ux, uy, uz, vx, vy, vz) > radius * radius) return false;
      }
      const missed = PLANE * lastMissed[solid]!;
      const nx = planes[missed]!;
      const ny = planes[missed + 1]!;
      const nz = planes[missed + 2]!;
      const distance = planes[missed + 3]!;
      if (nx * px + ny * py + nz * pz - distance >= 0 && nx * qx + ny * qy + nz * qz - distance >= 0)
        return false;

      let enter = 0;
      let leave = 1;
      let enterPlane = INSIDE;
      let leavePlane = INSIDE;
      const end = firstPlane[solid + 1]!;
      for (let plane = firstPlane[solid]!; plane < end; plane++) {
        const i = PLANE * plane;
        const p = planes[i]! * px + planes[i + 1]! * py + planes[i + 2]! * pz - planes[i + 3]!;
        const q = planes[i]! * qx + planes[i + 1]! * qy + planes[i + 2]! * qz - planes[i + 3]!;
        if (p >= 0) {
          if (q >= 0) {
            lastMissed[solid] = plane;
            return false;
          }
          const share = p / (p - q);
          if (share > enter) {
            enter = share;
            enterPlane = plane;
          }
        } else if (q >= 0) {
          const share = p / (p - q);
          if (share < leave) {
            leave = share;
            leavePlane = plane;
          }
        }
      }
      if (enter >= leave) return false;
      shares[0] = enter;
      shares[1] = leave;
      through[0] = enterPlane;
      through[1] = leavePlane;
      return true;
    },
  };
}

/** The squared distance of a line between two points from the origin. */
function distance2(ux: number, uy: number, uz: number, vx: number, vy: number, vz: number): number {
  const x = vx - ux;
  const y = vy - uy;
  const z = vz - uz;
  const length2 = x * x + y * y + z * z;
  const along = -(ux * x + uy * y + uz * z);
  const share = along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
  const nearX = ux + share * x;
  const nearY = uy + share * y;
  const nearZ = uz + share * z;
  return nearX * nearX + nearY * nearY + nearZ * nearZ;
}
