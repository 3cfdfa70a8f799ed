import { sineOfTurn } from './unit-circle.ts';

/**
 * How finely circles become polygons: the largest distance between a circle and its polygon in millimetres,
 * or the number of sides of every circle. `rings` are a sphere's bands of latitude, half the segments by default.
 */
export type Resolution =
  | { readonly tolerance: number }
  | { readonly segments: number; readonly rings?: number };

/** The fewest sides that a tolerance ever gives, so that a rod stays a rod. */
const MIN_SEGMENTS = 8;

/**
 * The number of sides of a circle of `radius` millimetres. From a tolerance it is the least multiple of four that keeps it, so
 * that a circle reaches its full width along both axes; the same in every engine, whose `Math.acos` may differ in the last bit.
 */
export function circleSegments(radius: number, resolution: Resolution): number {
  if ('segments' in resolution) return resolution.segments;
  const { tolerance } = resolution;
  // An angle is longer than its sine, so this is never too few, and too many by four at most.
  const enough = 4 * Math.ceil(Math.PI / (8 * Math.sqrt(tolerance / (2 * radius))));
  const fewer = enough - 4;
  return Math.max(MIN_SEGMENTS, chordDistance(radius, fewer) <= tolerance ? fewer : enough);
}

/** How far inside a circle the middle of a polygon's side lies: r (1 − cos π/n), without its cancellation. */
function chordDistance(radius: number, segments: number): number {
  const sine = sineOfTurn(1, 4 * segments);
  return 2 * radius * sine * sine;
}

/** The number of bands of latitude of a sphere of `radius` millimetres. */
export function sphereRings(radius: number, resolution: Resolution): number {
  if ('segments' in resolution && resolution.rings !== undefined) return resolution.rings;
  return Math.max(2, Math.round(circleSegments(radius, resolution) / 2));
}
