import type { Vec3 } from '@neurofab/core';
import type { Piece } from './list-pieces.ts';

export type Triangle = readonly [a: Vec3, b: Vec3, c: Vec3];

/** The corners of a triangle of a piece. */
export function cornersOf({ positions, indices }: Piece, triangle: number): Triangle {
  const corner = (i: number): Vec3 => {
    const at = 3 * indices[3 * triangle + i]!;
    return [positions[at]!, positions[at + 1]!, positions[at + 2]!];
  };
  return [corner(0), corner(1), corner(2)];
}

export function minus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
