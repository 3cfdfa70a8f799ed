import { CAPSULE, type Convexes, FRAME, PLANE } from '../convex/convexes.ts';
import { nearBands } from './near-bands.ts';

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
  const bands = nearBands(convexes);
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
      let enter = 0;
      let leave = 1;
      let enterPlane = INSIDE;
      let leavePlane = INSIDE;
      let first = firstPlane[solid]!;
      let end = firstPlane[solid + 1]!;
      let gap = end;
      let pastGap = end;
      if (isBall[solid] === 1) {
        if (!bands.find(points, from, to, solid)) return false;
        enter = bands.shares[0]!;
        leave = bands.shares[1]!;
        first = bands.planes[0]!;
        gap = bands.planes[1]!;
        pastGap = bands.planes[2]!;
        end = bands.planes[3]!;
      }
      for (let plane = first; plane < end; plane++) {
        if (plane === gap) plane = pastGap;
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
const CORE = 8;

/**
 * What lies in a solid for sure: where a line starts that runs through its middle, the line's direction, how far it goes, the
 * square of how far from it all is inside. Nothing but zeros for a prism.
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
