import type { Arrangement } from '../arrange/arrange.ts';
import { pointFinder } from '../find-points.ts';
import { NEAR } from '../surface.ts';

/** Vertices on the lattice. */
export interface Snapped {
  /** The point of each vertex. */
  readonly pointOf: Int32Array;
  /** x, y, z of each point in lattice units, no two of them nearer to each other than `NEAR`. */
  readonly points: Int32Array;
}

export interface SnapOptions {
  /** The distance between lattice points. */
  readonly unit: number;
  /** Whether y = 0 is a mirror plane: then what is near it comes to lie in it. */
  readonly isHalf: boolean;
}

/** The side of the cells that points are looked for in, in lattice units. */
const CELL = 2 * NEAR;

/** Rounds vertices to the lattice. Of those that nearly meet the first is the point for all. */
export function snap({ positions }: Arrangement, { unit, isHalf }: SnapOptions): Snapped {
  const pointOf = new Int32Array(positions.length / 3);
  const points = new Int32Array(positions.length);
  const cells = pointFinder();
  // The points of a cell, chained. Numbers start from 1, for 0 is none.
  const latest = new Int32Array(pointOf.length);
  const earlier = new Int32Array(pointOf.length + 1);
  let count = 0;

  /** The number of a point near a place in a cell, from 1. */
  const near = (x: number, y: number, z: number, cell: number) => {
    if (cell < 0) return 0;
    for (let number = latest[cell]!; number !== 0; number = earlier[number]!) {
      const at = 3 * (number - 1);
      const dx = points[at]! - x;
      const dy = points[at + 1]! - y;
      const dz = points[at + 2]! - z;
      // What lies in the mirror plane stays there, and nothing else comes to.
      if (dx * dx + dy * dy + dz * dz <= NEAR * NEAR && (!isHalf || (y === 0) === (points[at + 1] === 0)))
        return number;
    }
    return 0;
  };

  for (let vertex = 0; vertex < pointOf.length; vertex++) {
    const x = Math.round(positions[3 * vertex]! / unit);
    const height = Math.round(positions[3 * vertex + 1]! / unit);
    const y = isHalf && height <= NEAR ? 0 : height;
    const z = Math.round(positions[3 * vertex + 2]! / unit);
    let found = 0;
    for (let i = Math.floor((x - NEAR) / CELL); found === 0 && i * CELL <= x + NEAR; i++) {
      for (let j = Math.floor((y - NEAR) / CELL); found === 0 && j * CELL <= y + NEAR; j++) {
        for (let k = Math.floor((z - NEAR) / CELL); found === 0 && k * CELL <= z + NEAR; k++) {
          found = near(x, y, z, cells.seek(i, j, k));
        }
      }
    }
    if (found === 0) {
      points[3 * count] = x;
      points[3 * count + 1] = y;
      points[3 * count + 2] = z;
      found = ++count;
      const cell = cells.find(Math.floor(x / CELL), Math.floor(y / CELL), Math.floor(z / CELL));
      earlier[found] = latest[cell]!;
      latest[cell] = found;
    }
    pointOf[vertex] = found - 1;
  }
  return { pointOf, points: points.slice(0, 3 * count) };
}
