/**
 * How finely circles become polygons: the largest distance between a circle and its polygon in millimetres,
 * or the number of sides of every circle. `rings` are a sphere's bands of latitude, half the segments by default.
 */
export type Resolution =
  | { readonly tolerance: number }
  | { readonly segments: number; readonly rings?: number };

/** The fewest sides that a tolerance ever gives, so that a rod stays a rod. */
const MIN_SEGMENTS = 8;

/** The number of sides of a circle of `radius` millimetres. From a tolerance it is a multiple of four, so that a circle reaches its full width along both axes. */
export function circleSegments(radius: number, resolution: Resolution): number {
  if ('segments' in resolution) return resolution.segments;
  // A chord of 2a radians lies r (1 − cos a) inside its circle.
  const halfAngle = Math.acos(Math.max(0, 1 - resolution.tolerance / radius));
  return Math.max(MIN_SEGMENTS, 4 * Math.ceil(Math.PI / halfAngle / 4));
}

/** The number of bands of latitude of a sphere of `radius` millimetres. */
export function sphereRings(radius: number, resolution: Resolution): number {
  if ('segments' in resolution && resolution.rings !== undefined) return resolution.rings;
  return Math.max(2, Math.round(circleSegments(radius, resolution) / 2));
}
