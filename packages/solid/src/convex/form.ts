/** What stands in for the facet on the other side of an edge in the mirror plane. */
export const FLOOR = -1;

/** How the points of a convex solid hang together, whatever its size and place. */
export interface Form {
  readonly points: number;
  readonly facets: number;
  /**
   * Four numbers an edge: the points from and to, then the facet on its left, seen from outside, and the one on its right,
   * which is `FLOOR` for an edge in the mirror plane.
   */
  readonly edges: Int32Array;
}
