/** Lattice points, each of them once. */
export interface PointFinder {
  /** The number of a point, which is added at its first mention. */
  find(x: number, y: number, z: number): number;
  /** The number of a point, -1 if it has not been mentioned. */
  seek(x: number, y: number, z: number): number;
  /** x, y, z of each point, by number. */
  points(): Int32Array;
}

/** Starts without any point. A table of its own is several times faster than a `Map`, which needs a number or a string as key. */
export function pointFinder(): PointFinder {
  let points = new Int32Array(3 * 1024);
  // Twice as many slots as points at least. A slot holds the number of a point, from 1, for 0 is none.
  let slots = new Int32Array(2048);
  let count = 0;

  /** The slot where a point is, or where it would go. */
  const slotOf = (x: number, y: number, z: number) => {
    const mask = slots.length - 1;
    let slot = mix(x, y, z) & mask;
    for (let number = slots[slot]!; number !== 0; number = slots[slot]!) {
      const at = 3 * (number - 1);
      if (points[at] === x && points[at + 1] === y && points[at + 2] === z) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = () => {
    const longer = new Int32Array(2 * points.length);
    longer.set(points);
    points = longer;
    slots = new Int32Array(2 * slots.length);
    for (let i = 0; i < count; i++) {
      slots[slotOf(points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!)] = i + 1;
    }
  };

  return {
    find(x, y, z) {
      const slot = slotOf(x, y, z);
      if (slots[slot] !== 0) return slots[slot]! - 1;
      points[3 * count] = x;
      points[3 * count + 1] = y;
      points[3 * count + 2] = z;
      slots[slot] = ++count;
      if (3 * count === points.length) grow();
      return count - 1;
    },
    seek: (x, y, z) => slots[slotOf(x, y, z)]! - 1,
    points: () => points.slice(0, 3 * count),
  };
}

/** Spreads points over all 32 bits: each factor is an odd number without a pattern. */
function mix(x: number, y: number, z: number): number {
  const sum = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ Math.imul(z, 0xc2b2ae3d);
  return Math.imul(sum ^ (sum >>> 15), 0x27d4eb2f) >>> 8;
}
