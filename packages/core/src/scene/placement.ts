import type { Vec3 } from './scene.ts';

/**
 * An affine map as 3MF writes it, row by row: a point (x, y, z) goes to x·row 1 + y·row 2 + z·row 3 + row 4. The first
 * three rows turn and scale, the last moves.
 */
// biome-ignore format: a matrix
export type Placement = readonly [
  number, number, number,
  number, number, number,
  number, number, number,
  number, number, number,
];

/** The placement that leaves everything where it is. */
// biome-ignore format: a matrix
export const IDENTITY: Placement = [
  1, 0, 0,
  0, 1, 0,
  0, 0, 1,
  0, 0, 0,
];

/** A quarter of a turn about the vertical, from x to y. */
// biome-ignore format: a matrix
export const QUARTER_TURN: Placement = [
  0, 1, 0,
  -1, 0, 0,
  0, 0, 1,
  0, 0, 0,
];

/** The placement that moves alone. */
export function shift(by: Vec3): Placement {
  // biome-ignore format: a matrix
  return [
    1, 0, 0,
    0, 1, 0,
    0, 0, 1,
    ...by,
  ];
}

/** From lying with its back on the bed to standing, and moved. */
export function raised(by: Vec3): Placement {
  // biome-ignore format: a matrix
  return [
    1, 0, 0,
    0, 0, 1,
    0, -1, 0,
    ...by,
  ];
}

/** Where a placement puts a point. */
export function place([x, y, z]: Vec3, [ax, ay, az, bx, by, bz, cx, cy, cz, dx, dy, dz]: Placement): Vec3 {
  return [x * ax + y * bx + z * cx + dx, x * ay + y * by + z * cy + dy, x * az + y * bz + z * cz + dz];
}

/** The map that does `first`, and then `second` with the result. */
export function compose(first: Placement, second: Placement): Placement {
  const row = (i: number) =>
    [0, 1, 2].map(
      (k) =>
        first[3 * i]! * second[k]! + first[3 * i + 1]! * second[3 + k]! + first[3 * i + 2]! * second[6 + k]!,
    );
  const shift = row(3).map((value, k) => value + second[9 + k]!);
  return [...row(0), ...row(1), ...row(2), ...shift] as unknown as Placement;
}

/** The map that takes back one that turns and moves. */
export function inverse([ax, ay, az, bx, by, bz, cx, cy, cz, dx, dy, dz]: Placement): Placement {
  const turn = [ax, bx, cx, ay, by, cy, az, bz, cz] as const;
  return [...turn, ...place([-dx, -dy, -dz], [...turn, 0, 0, 0])];
}

/** Whether a map leaves everything where it is. */
export function isIdentity(placement: Placement): boolean {
  return placement.every((value, i) => value === IDENTITY[i]);
}
