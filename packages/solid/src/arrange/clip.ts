import { CAPSULE, type Convexes, FRAME, PLANE } from '../convex/convexes.ts';

/** Tells of straight lines what lies inside convex solids. */
export interface Clipper {
  /** Where the last line that was asked for enters and leaves, as two shares of its length. */
  readonly shares: Float64Array;
  /** The planes through which it does, `INSIDE` where it begins or ends inside. */
  readonly planes: Int32Array;
  /**
   * Whether the line between two points passes through a solid. Their coordinates begin at `p` and `q` in `points`: handed over
   * one by one, each would be boxed.
   */
  clip(points: Float64Array, p: number, q: number, solid: number): boolean;
}

/** Stands for the plane through which a line enters or leaves a solid, if it begins or ends inside. */
export const INSIDE = -1;

/** Clips lines plane by plane (Cyrus and Beck 1978). */
export function clipper(convexes: Convexes): Clipper {
  const { firstPlane, planes, balls } = convexes;
  const shares = new Float64Array(2);
  const through = new Int32Array(2);
  const cores = coresOf(convexes);
  // Lines that miss a solid often miss it on the same side as the one before.
  const lastMissed = firstPlane.slice(0, -1);
  const isBall = Uint8Array.from(balls, (ball) => (ball === undefined ? 0 : 1));

  return {
    shares,
    planes: through,
    clip(points, from, to, solid) {
      const px = points[from]!;
      const py = points[from + 1]!;
      const pz = points[from + 2]!;
      const qx = points[to]!;
      const qy = points[to + 1]!;
      const qz = points[to + 2]!;
      const missed = PLANE * lastMissed[solid]!;
      const nx = planes[missed]!;
      const ny = planes[missed + 1]!;
      const nz = planes[missed + 2]!;
      const distance = planes[missed + 3]!;
      if (nx * px + ny * py + nz * pz >= distance && nx * qx + ny * qy + nz * qz >= distance) return false;

      const core = CORE * solid;
      const ux = px - cores[core]!;
      const uy = py - cores[core + 1]!;
      const uz = pz - cores[core + 2]!;
      const vx = qx - cores[core]!;
      const vy = qy - cores[core + 1]!;
      const vz = qz - cores[core + 2]!;
      const dx = cores[core + 3]!;
      const dy = cores[core + 4]!;
      const dz = cores[core + 5]!;
      const u = ux * dx + uy * dy + uz * dz;
      const v = vx * dx + vy * dy + vz * dz;
      const length = cores[core + 6]!;
      const inner2 = cores[core + 7]!;
      if (
        u >= 0 &&
        v >= 0 &&
        u <= length &&
        v <= length &&
        ux * ux + uy * uy + uz * uz - u * u < inner2 &&
        vx * vx + vy * vy + vz * vz - v * v < inner2
      ) {
        shares[0] = 0;
        shares[1] = 1;
        through[0] = INSIDE;
        through[1] = INSIDE;
        return true;
      }
      if (isBall[solid] === 1 && distance2(ux, uy, uz, vx, vy, vz) > cores[core + 8]!) return false;

      let enter = 0;
      let leave = 1;
      let enterPlane = INSIDE;
      let leavePlane = INSIDE;
      const end = firstPlane[solid + 1]!;
      for (let plane = firstPlane[solid]!; plane < end; plane++) {
        const i = PLANE * plane;
        const x = planes[i]!;
        const y = planes[i + 1]!;
        const z = planes[i + 2]!;
        const d = planes[i + 3]!;
        const p = x * px + y * py + z * pz - d;
        const q = x * qx + y * qy + z * qz - d;
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

/** Numbers of a core. */
const CORE = 9;

/**
 * What lies in a solid for sure: where a line starts that runs through its middle, the line's direction, how far it goes, the
 * square of how far from it all is inside; for balls also the square of how far from the middle all is outside. Nothing but
 * zeros for a prism.
 */
function coresOf({ count, capsules, frames, balls, sections }: Convexes): Float64Array {
  const cores = new Float64Array(CORE * count);
  for (let solid = 0; solid < count; solid++) {
    const radius = capsules[CAPSULE * solid + 6]!;
    const [ball, section] = [balls[solid], sections[solid]];
    if (ball === undefined && section === undefined) continue;
    const inner = ball?.innerRadius ?? section!.apothem;
    const frame = frames.subarray(FRAME * solid, FRAME * (solid + 1));
    const [x, y, z] = [frame[3]!, frame[4]!, frame[5]!];
    const length = Math.sqrt(x * x + y * y + z * z);
    const direction = ball === undefined ? [x / length, y / length, z / length] : [0, 0, 0];
    const core = [
      ...capsules.subarray(CAPSULE * solid, CAPSULE * solid + 3),
      ...direction,
      length,
      radius * inner * SURELY * (radius * inner * SURELY),
      radius * radius,
    ];
    // So that rounding never has a point lie in the core and not in the solid.
    if (ball === undefined) {
      for (let axis = 0; axis < 3; axis++) core[axis]! += direction[axis]! * length * (1 - SURELY);
      core[6] = length * (2 * SURELY - 1);
    }
    cores.set(core, CORE * solid);
  }
  return cores;
}

/** A little less than 1, by far more than rounding takes. */
const SURELY = 1 - 1e-9;

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
