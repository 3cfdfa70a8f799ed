import { BOX, CAPSULE, type Convexes } from '../convex/convexes.ts';

/** Which solids come near which: those of solid i are `of[first[i]]` up to before `of[first[i + 1]]`, in order. */
export interface Neighbours {
  readonly first: Int32Array;
  readonly of: Int32Array;
}

/** The pairs of solids whose boxes meet and whose axes come as near each other as their radii reach. */
export function findNeighbours(convexes: Convexes): Neighbours {
  const { count, boxes } = convexes;
  const byLeft = Int32Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => boxes[BOX * a]! - boxes[BOX * b]! || a - b,
  );
  let pairs = new Int32Array(1024);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const a = byLeft[i]!;
    const right = boxes[BOX * a + 3]!;
    for (let k = i + 1; k < count; k++) {
      const b = byLeft[k]!;
      if (boxes[BOX * b]! > right) break;
      if (!boxesMeet(boxes, a, b) || !capsulesMeet(convexes.capsules, a, b)) continue;
      if (length === pairs.length) {
        const longer = new Int32Array(2 * length);
        longer.set(pairs);
        pairs = longer;
      }
      pairs[length++] = a;
      pairs[length++] = b;
    }
  }

  const first = new Int32Array(count + 1);
  for (let i = 0; i < length; i++) first[pairs[i]! + 1]!++;
  for (let i = 0; i < count; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const of = new Int32Array(length);
  for (let i = 0; i < length; i += 2) {
    const [a, b] = [pairs[i]!, pairs[i + 1]!];
    of[next[a]!++] = b;
    of[next[b]!++] = a;
  }
  for (let i = 0; i < count; i++) of.subarray(first[i]!, first[i + 1]!).sort();
  return { first, of };
}

function boxesMeet(boxes: Float64Array, a: number, b: number): boolean {
  const [i, k] = [BOX * a, BOX * b];
  return (
    boxes[i]! <= boxes[k + 3]! &&
    boxes[k]! <= boxes[i + 3]! &&
    boxes[i + 1]! <= boxes[k + 4]! &&
    boxes[k + 1]! <= boxes[i + 4]! &&
    boxes[i + 2]! <= boxes[k + 5]! &&
    boxes[k + 2]! <= boxes[i + 5]!
  );
}

/** Whether the lines within two capsules are no farther apart than their radii together (Ericson, Real-Time Collision Detection, 5.1.9). */
function capsulesMeet(capsules: Float64Array, one: number, other: number): boolean {
  const [i, k] = [CAPSULE * one, CAPSULE * other];
  const reach = capsules[i + 6]! + capsules[k + 6]!;
  const ux = capsules[i + 3]! - capsules[i]!;
  const uy = capsules[i + 4]! - capsules[i + 1]!;
  const uz = capsules[i + 5]! - capsules[i + 2]!;
  const vx = capsules[k + 3]! - capsules[k]!;
  const vy = capsules[k + 4]! - capsules[k + 1]!;
  const vz = capsules[k + 5]! - capsules[k + 2]!;
  const wx = capsules[i]! - capsules[k]!;
  const wy = capsules[i + 1]! - capsules[k + 1]!;
  const wz = capsules[i + 2]! - capsules[k + 2]!;
  const a = ux * ux + uy * uy + uz * uz;
  const b = ux * vx + uy * vy + uz * vz;
  const c = vx * vx + vy * vy + vz * vz;
  const d = ux * wx + uy * wy + uz * wz;
  const e = vx * wx + vy * wy + vz * wz;
  // Where on either line the two are nearest; a line may be a point.
  const denominator = a * c - b * b;
  let s = denominator > 0 ? clamp((b * e - c * d) / denominator) : 0;
  let t = c > 0 ? (b * s + e) / c : 0;
  if (t < 0 || t > 1) {
    t = clamp(t);
    s = a > 0 ? clamp((b * t - d) / a) : 0;
  } else if (c === 0) s = a > 0 ? clamp(-d / a) : 0;
  const x = wx + s * ux - t * vx;
  const y = wy + s * uy - t * vy;
  const z = wz + s * uz - t * vz;
  // A little more, for what rounding may take.
  return x * x + y * y + z * z <= reach * reach * (1 + 1e-9);
}

function clamp(share: number): number {
  return share < 0 ? 0 : Math.min(share, 1);
}
