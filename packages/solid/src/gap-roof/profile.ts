import { unitCircle } from '@neurofab/core';
import { flatSideStart } from '../boolean-mesh.ts';

/**
 * Height of a connection's surface over the plane of its axis, by the distance from the axis: straight between these
 * points. Distances rise from 0, heights never do; below the last point, if that is above the plane, stands a wall.
 */
export interface Profile {
  readonly distances: readonly number[];
  readonly heights: readonly number[];
}

/**
 * The upper quarter of the polygon that `boolean-mesh` makes connections of: a flat side on top and, with a multiple of
 * four sides, another one upright. `undefined` for an odd number of sides, whose two slopes differ.
 */
export function connectionProfile(radius: number, segments: number): Profile | undefined {
  if (segments % 2 !== 0) return undefined;
  const { cos, sin } = unitCircle(segments, flatSideStart(segments));
  const distances = [0];
  const heights: number[] = [];
  // Corners run counter-clockwise from the plane; the top side starts at the last one that is not past the middle.
  for (let i = Math.floor((segments - 2) / 4); i >= 0; i--) {
    if (heights.length === 0) heights.push(radius * sin[i]!);
    distances.push(radius * cos[i]!);
    heights.push(radius * sin[i]!);
  }
  return { distances, heights };
}
