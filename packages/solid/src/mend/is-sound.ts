import { AIR, FACET, isOnFloor, type Surface } from '../surface.ts';

/**
 * Whether a surface is what every body's has to be: each body's boundary closed with two facets an edge, which pass it in
 * opposite directions, and no facet without area. Where only half of it is there, an edge in the mirror plane has one.
 */
export function isSound(surface: Surface): boolean {
  const { points, facets } = surface;
  // Edges of bodies by their lower point, chained. Numbers start from 1, for 0 is none.
  const latest = new Int32Array(points.length / 3);
  let size = facets.length;
  let earlier = new Int32Array(size);
  let highers = new Int32Array(size);
  let labels = new Int32Array(size);
  // Bit 0: passed upward; bit 1: downward.
  let passed = new Uint8Array(size);
  let count = 0;

  /** Notes that a body's boundary passes along an edge. Says whether it is the first to do so in that direction. */
  const pass = (label: number, from: number, to: number) => {
    const lower = Math.min(from, to);
    const higher = Math.max(from, to);
    const way = from < to ? 1 : 2;
    let edge = latest[lower]!;
    while (edge !== 0 && (highers[edge] !== higher || labels[edge] !== label)) edge = earlier[edge]!;
    if (edge !== 0) {
      if ((passed[edge]! & way) !== 0) return false;
      passed[edge]! |= way;
      return true;
    }
    if (++count === size) {
      size *= 2;
      earlier = longer(earlier, size);
      highers = longer(highers, size);
      labels = longer(labels, size);
      const copy = new Uint8Array(size);
      copy.set(passed);
      passed = copy;
    }
    earlier[count] = latest[lower]!;
    highers[count] = higher;
    labels[count] = label;
    passed[count] = way;
    latest[lower] = count;
    return true;
  };

  for (let i = 0; i < facets.length; i += FACET) {
    const a = facets[i]!;
    const b = facets[i + 1]!;
    const c = facets[i + 2]!;
    const inside = facets[i + 3]!;
    const outside = facets[i + 4]!;
    if (a === b || b === c || c === a || inside === outside || isFlat(points, a, b, c)) return false;
    if (isOnFloor(surface, a) && isOnFloor(surface, b) && isOnFloor(surface, c)) return false;
    if (inside !== AIR && !(pass(inside, a, b) && pass(inside, b, c) && pass(inside, c, a))) return false;
    if (outside !== AIR && !(pass(outside, b, a) && pass(outside, c, b) && pass(outside, a, c))) return false;
  }
  for (let point = 0; point < latest.length; point++) {
    for (let edge = latest[point]!; edge !== 0; edge = earlier[edge]!) {
      const isMirrored = isOnFloor(surface, point) && isOnFloor(surface, highers[edge]!);
      if ((passed[edge] === 3) === isMirrored) return false;
    }
  }
  return true;
}

/** Whether three points lie on a line: exact, for lattice coordinates have at most 25 bits. */
function isFlat(points: Int32Array, a: number, b: number, c: number): boolean {
  const ux = points[3 * b]! - points[3 * a]!;
  const uy = points[3 * b + 1]! - points[3 * a + 1]!;
  const uz = points[3 * b + 2]! - points[3 * a + 2]!;
  const vx = points[3 * c]! - points[3 * a]!;
  const vy = points[3 * c + 1]! - points[3 * a + 1]!;
  const vz = points[3 * c + 2]! - points[3 * a + 2]!;
  return uy * vz === uz * vy && uz * vx === ux * vz && ux * vy === uy * vx;
}

function longer(numbers: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(size);
  copy.set(numbers);
  return copy;
}
