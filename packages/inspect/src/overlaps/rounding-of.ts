import { minus } from '@neurofab/core/internal';
import type { Box } from './overlapping-boxes.ts';

/** The share of a piece's size that may be a file's rounding. */
const ROUNDING = 1e-4;

/** How far two pieces may reach into each other by a file's rounding alone. */
export function roundingOf(piece: Box, other: Box): number {
  return ROUNDING * Math.min(sizeOf(piece), sizeOf(other));
}

function sizeOf({ min, max }: Box): number {
  return Math.hypot(...minus(max, min));
}
