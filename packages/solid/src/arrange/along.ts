import { CAPSULE, type Convexes } from '../convex/convexes.ts';
import type { Neighbours } from './neighbours.ts';

/** A solid's neighbours by where along it they come near. */
export interface Along {
  /** Sorts the neighbours of a solid; all else is about the last one that was given. */
  sort(solid: number): void;
  /** Gives those that come near some place where a neighbour does, by its place in the row of neighbours, itself too. */
  visit(place: number, visit: (neighbour: number) => void): void;
}

/** Stretches of a solid that neighbours are sorted by. */
const STRETCHES = 32;

/** As if lines were this much thicker, for what rounding may take. */
const MORE = 1 + 1e-9;

export function along({ capsules, sections }: Convexes, { first, of }: Neighbours): Along {
  // The first and the last stretch where each neighbour comes near.
  let lows = new Uint8Array(64);
  let highs = new Uint8Array(64);
  // Neighbours by stretch, in rows one after the other.
  const starts = new Int32Array(STRETCHES + 1);
  let sorted = new Int32Array(256);
  let start = 0;

  return {
    sort(solid) {
      start = first[solid]!;
      const count = first[solid + 1]! - start;
      if (lows.length < count) {
        lows = new Uint8Array(2 * count);
        highs = new Uint8Array(2 * count);
      }
      starts.fill(0);
      for (let i = 0; i < count; i++) {
        findStretches(solid, of[start + i]!, i);
        for (let stretch = lows[i]!; stretch <= highs[i]!; stretch++) starts[stretch + 1]!++;
      }
      for (let stretch = 0; stretch < STRETCHES; stretch++) starts[stretch + 1]! += starts[stretch]!;
      if (sorted.length < starts[STRETCHES]!) sorted = new Int32Array(2 * starts[STRETCHES]!);
      const next = starts.slice();
      for (let i = 0; i < count; i++) {
        for (let stretch = lows[i]!; stretch <= highs[i]!; stretch++) sorted[next[stretch]!++] = i;
      }
    },
    visit(place, visit) {
      const low = lows[place - start]!;
      for (let stretch = low; stretch <= highs[place - start]!; stretch++) {
        for (let k = starts[stretch]!; k < starts[stretch + 1]!; k++) {
          const i = sorted[k]!;
          // Each of them once, in the first stretch that both have.
          if (stretch === low || lows[i] === stretch) visit(of[start + i]!);
        }
      }
    },
  };

  /** Finds where along a solid's axis the line through another's comes nearer than both are thick, no less than where they meet. */
  function findStretches(solid: number, other: number, i: number): void {
    lows[i] = 0;
    highs[i] = STRETCHES - 1;
    if (sections[solid] === undefined) return;
    const a = CAPSULE * solid;
    const b = CAPSULE * other;
    const reach = (capsules[a + 6]! + capsules[b + 6]!) * MORE;
    const dx = capsules[a + 3]! - capsules[a]!;
    const dy = capsules[a + 4]! - capsules[a + 1]!;
    const dz = capsules[a + 5]! - capsules[a + 2]!;
    const ex = capsules[b + 3]! - capsules[b]!;
    const ey = capsules[b + 4]! - capsules[b + 1]!;
    const ez = capsules[b + 5]! - capsules[b + 2]!;
    const wx = capsules[a]! - capsules[b]!;
    const wy = capsules[a + 1]! - capsules[b + 1]!;
    const wz = capsules[a + 2]! - capsules[b + 2]!;
    const length2 = dx * dx + dy * dy + dz * dz;
    const otherLength2 = ex * ex + ey * ey + ez * ez;
    // Between the other's ends, seen along the axis.
    const near = -(wx * dx + wy * dy + wz * dz) / length2;
    const far = near + (ex * dx + ey * dy + ez * dz) / length2;
    const out = reach / Math.sqrt(length2);
    let low = Math.min(near, far) - out;
    let high = Math.max(near, far) + out;
    // Where the axis is within reach of the other's line: a quadratic inequality, seen along that line.
    const d = otherLength2 > 0 ? (dx * ex + dy * ey + dz * ez) / otherLength2 : 0;
    const w = otherLength2 > 0 ? (wx * ex + wy * ey + wz * ez) / otherLength2 : 0;
    const px = dx - d * ex;
    const py = dy - d * ey;
    const pz = dz - d * ez;
    const qx = wx - w * ex;
    const qy = wy - w * ey;
    const qz = wz - w * ez;
    const square = px * px + py * py + pz * pz;
    const half = px * qx + py * qy + pz * qz;
    const rest = qx * qx + qy * qy + qz * qz - reach * reach;
    const root = half * half - square * rest;
    if (square > 1e-9 * length2 && root >= 0) {
      const width = (Math.sqrt(root) / square) * MORE;
      low = Math.max(low, -half / square - width);
      high = Math.min(high, -half / square + width);
    }
    lows[i] = stretchOf(low);
    highs[i] = Math.max(lows[i]!, stretchOf(high));
  }
}

function stretchOf(share: number): number {
  return Math.max(0, Math.min(STRETCHES - 1, Math.floor(share * STRETCHES)));
}
