import type { Bounds } from '@neurofab/core';

/** Bits of a whole number that float32 holds exactly. */
const FLOAT32_BITS = 24;

/**
 * The distance between points of the finest lattice that float32 holds exactly, in millimetres: a power of two, 2^-16 for a
 * model of up to 256 mm. So every format holds the very same mesh, and what rounding does to it is judged before any is written.
 */
export function latticeUnit({ min, max }: Bounds): number {
  const reach = Math.max(...min.map(Math.abs), ...max.map(Math.abs));
  // The least power of two that reaches as far, without a logarithm: engines differ in its last bit.
  let size = 1;
  while (size < reach) size *= 2;
  while (size / 2 >= reach) size /= 2;
  return size * 2 ** -FLOAT32_BITS;
}
