/** What lies around all bodies. */
export const AIR = -1;

/**
 * Triangles that separate two labels each, on a lattice of points: the boundary between all bodies and the air at once.
 * A facet is five numbers: three points, counter-clockwise seen from `outside`, then the labels `inside` and `outside`.
 */
export interface Surface {
  /** The distance between lattice points in millimetres, a power of two. */
  readonly unit: number;
  /**
   * The y of a mirror plane in lattice units, if only the half above it is there. Points are given from the plane up, and
   * edges in it are where the other half goes on.
   */
  readonly mirror: number | undefined;
  /** x, y, z of each point in lattice units; no two points are equal. */
  readonly points: Int32Array;
  readonly facets: Int32Array;
}

/** Numbers of a facet. */
export const FACET = 5;

/** What is no farther apart than this, in lattice units, counts as one: 0.1 µm in a model of up to 256 mm. */
export const NEAR = 8;

/** The same where sheets without thickness fold onto each other: 4 µm. */
export const NEAR_AT_FOLDS = 256;

export type Edge = readonly [from: number, to: number];

/** One number for an edge, whichever way it runs: its lower point times the number of points, plus its higher point. */
export function edgeNumber({ points }: Surface, from: number, to: number): number {
  return (Math.min(from, to) * points.length) / 3 + Math.max(from, to);
}

/** Whether a point lies in the plane that half a surface stands on. */
export function isOnFloor({ mirror, points }: Surface, point: number): boolean {
  return mirror !== undefined && points[3 * point + 1] === 0;
}

/** The squared distance between two points. */
export function span({ points }: Surface, from: number, to: number): number {
  const x = points[3 * to]! - points[3 * from]!;
  const y = points[3 * to + 1]! - points[3 * from + 1]!;
  const z = points[3 * to + 2]! - points[3 * from + 2]!;
  return x * x + y * y + z * z;
}

/** Whether a point lies along an edge, no farther from it than `near` and so that both pieces are shorter than the edge. */
export function isBetween(surface: Surface, from: number, point: number, to: number, near: number): boolean {
  const length2 = span(surface, from, to);
  if (span(surface, from, point) >= length2 || span(surface, point, to) >= length2) return false;
  const { points } = surface;
  const ux = points[3 * to]! - points[3 * from]!;
  const uy = points[3 * to + 1]! - points[3 * from + 1]!;
  const uz = points[3 * to + 2]! - points[3 * from + 2]!;
  const vx = points[3 * point]! - points[3 * from]!;
  const vy = points[3 * point + 1]! - points[3 * from + 1]!;
  const vz = points[3 * point + 2]! - points[3 * from + 2]!;
  // Exact before it is squared: lattice coordinates have at most 25 bits, so products and their differences fit a double.
  const x = uy * vz - uz * vy;
  const y = uz * vx - ux * vz;
  const z = ux * vy - uy * vx;
  return x * x + y * y + z * z <= near ** 2 * length2;
}
