import { pointFinder } from '../find-points.ts';

/**
 * Vertices by what meets in them, each placed once, so that all edges that end there share it to the last bit whoever found
 * it first. Each of these gives the vertex's number; the coordinates count the first time.
 */
export interface Vertices {
  /** A point of a solid. */
  ofPoint(point: number, x: number, y: number, z: number): number;
  /** Where an edge passes through a plane. */
  ofEdge(edge: number, plane: number, x: number, y: number, z: number): number;
  /** Where the outlines of two facets in the mirror plane cross. */
  onFloor(plane: number, other: number, x: number, y: number, z: number): number;
  /** Where three facets meet. */
  ofPlanes(a: number, b: number, c: number, x: number, y: number, z: number): number;
  /** x, y, z of each vertex, by number. */
  positions(): Float64Array;
}

// No plane, edge or point has these numbers.
const EDGE_AND_PLANE = -2;
const FLOOR = -3;
const POINT = -4;

/** Starts without any vertex. */
export function vertices(): Vertices {
  const names = pointFinder();
  let positions = new Float64Array(3 * 1024);
  let count = 0;

  const find = (a: number, b: number, c: number, x: number, y: number, z: number) => {
    const number = names.find(a, b, c);
    if (number < count) return number;
    if (3 * count === positions.length) {
      const longer = new Float64Array(2 * positions.length);
      longer.set(positions);
      positions = longer;
    }
    positions[3 * count] = x;
    positions[3 * count + 1] = y;
    positions[3 * count + 2] = z;
    return count++;
  };

  return {
    ofPoint: (point, x, y, z) => find(point, POINT, POINT, x, y, z),
    ofEdge: (edge, plane, x, y, z) => find(edge, plane, EDGE_AND_PLANE, x, y, z),
    onFloor: (plane, other, x, y, z) =>
      plane < other ? find(plane, other, FLOOR, x, y, z) : find(other, plane, FLOOR, x, y, z),
    ofPlanes(a, b, c, x, y, z) {
      const low = Math.min(a, b);
      const high = Math.max(a, b);
      if (c < low) return find(c, low, high, x, y, z);
      return c < high ? find(low, c, high, x, y, z) : find(low, high, c, x, y, z);
    },
    positions: () => positions.subarray(0, 3 * count),
  };
}
