import { type Convexes, FRAME, PLANE } from '../convex/convexes.ts';

/**
 * Measures the points of a solid from the planes of another, which has at most 30. Point i is at `distances[k * count + i]`
 * from plane k, positive outside, if the solid has `count` points; bit k of `outside[i]` says whether it is outside.
 */
export type Measure = (solid: number, other: number, distances: Float64Array, outside: Int32Array) => void;

/** Marks the bits of a point of which not all are known: the sign. */
export const UNMEASURED: number = 1 << 31;

/** Of rods: the distance of a corner is a sum along their frame. */
export function rodMeasurer({ firstPoint, firstPlane, planes, sections, frames }: Convexes): Measure {
  return (solid, other, distances, outside) => {
    const { corners, cos, sin } = sections[solid]!;
    const count = firstPoint[solid + 1]! - firstPoint[solid]!;
    const startPlane = firstPlane[other]!;
    const sides = firstPlane[other + 1]! - startPlane;
    const f = FRAME * solid;
    const fromX = frames[f]!;
    const fromY = frames[f + 1]!;
    const fromZ = frames[f + 2]!;
    const alongX = frames[f + 3]!;
    const alongY = frames[f + 4]!;
    const alongZ = frames[f + 5]!;
    const acrossX = frames[f + 6]!;
    const acrossY = frames[f + 7]!;
    const acrossZ = frames[f + 8]!;
    const upX = frames[f + 9]!;
    const upY = frames[f + 10]!;
    const upZ = frames[f + 11]!;
    for (let i = 0; i < count; i++) outside[i] = 0;
    for (let k = 0; k < sides; k++) {
      const p = PLANE * (startPlane + k);
      const x = planes[p]!;
      const y = planes[p + 1]!;
      const z = planes[p + 2]!;
      const start = x * fromX + y * fromY + z * fromZ - planes[p + 3]!;
      const along = x * alongX + y * alongY + z * alongZ;
      const across = x * acrossX + y * acrossY + z * acrossZ;
      const up = x * upX + y * upY + z * upZ;
      const bit = 1 << k;
      const row = k * count;
      for (let i = 0; i < corners; i++) {
        const near = start + cos[i]! * across + sin[i]! * up;
        const far = near + along;
        distances[row + i] = near;
        distances[row + corners + i] = far;
        if (near >= 0) outside[i]! |= bit;
        if (far >= 0) outside[corners + i]! |= bit;
      }
    }
  };
}

export interface BallMeasurer {
  /** All points but those past a cap of a rod, as most of a ball's are of a rod that starts in it: they are marked as `UNMEASURED`. */
  readonly all: Measure;
  /** Measures a point, by its number in the solid, and gives its bits. */
  one(solid: number, point: number, other: number, distances: Float64Array, outside: Int32Array): number;
}

export function ballMeasurer({ firstPoint, firstPlane, points, planes, sections }: Convexes): BallMeasurer {
  const one: BallMeasurer['one'] = (solid, point, other, distances, outside) => {
    const count = firstPoint[solid + 1]! - firstPoint[solid]!;
    const at = 3 * (firstPoint[solid]! + point);
    const startPlane = firstPlane[other]!;
    const sides = firstPlane[other + 1]! - startPlane;
    let bits = 0;
    for (let k = 0; k < sides; k++) {
      const p = PLANE * (startPlane + k);
      const distance =
        planes[p]! * points[at]! +
        planes[p + 1]! * points[at + 1]! +
        planes[p + 2]! * points[at + 2]! -
        planes[p + 3]!;
      distances[k * count + point] = distance;
      if (distance >= 0) bits |= 1 << k;
    }
    outside[point] = bits;
    return bits;
  };

  return {
    one,
    all(solid, other, distances, outside) {
      const count = firstPoint[solid + 1]! - firstPoint[solid]!;
      const start = 3 * firstPoint[solid]!;
      const startPlane = firstPlane[other]!;
      const sides = firstPlane[other + 1]! - startPlane;
      const firstCap = sections[other] === undefined ? sides : sides - 2;
      for (let point = 0; point < count; point++) {
        const at = start + 3 * point;
        let bits = 0;
        for (let k = firstCap; k < sides && bits === 0; k++) {
          const p = PLANE * (startPlane + k);
          const distance =
            planes[p]! * points[at]! +
            planes[p + 1]! * points[at + 1]! +
            planes[p + 2]! * points[at + 2]! -
            planes[p + 3]!;
          if (distance >= 0) bits = (1 << k) | UNMEASURED;
        }
        if (bits === 0) one(solid, point, other, distances, outside);
        else outside[point] = bits;
      }
    },
  };
}
