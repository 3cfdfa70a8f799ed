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
