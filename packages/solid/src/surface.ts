/** What lies around all bodies. */
export const AIR = -1;

/**
 * Triangles that separate two labels each, on a lattice of points: the boundary between all bodies and the air at once.
 * A facet is five numbers: three points, counter-clockwise seen from `outside`, then the labels `inside` and `outside`.
 */
export interface Surface {
  /** The distance between lattice points in millimetres, a power of two. */
  readonly unit: number;
  /** x, y, z of each point in lattice units; no two points are equal. */
  readonly points: number[];
  readonly facets: number[];
}

/** Numbers of a facet. */
export const FACET = 5;
