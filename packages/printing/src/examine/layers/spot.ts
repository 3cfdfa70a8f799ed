import type { Vec3 } from '@neurofab/core';
import type { Grid } from '../../layers/layers.ts';
import type { Region } from './regions.ts';

/** A place in a layer. */
export interface Spot {
  readonly at: Vec3;
  readonly areaMm2: number;
}

export function spotOf({ area, columns, rows }: Region, { cell, x, y }: Grid, z: number): Spot {
  return { at: [x + (columns / area) * cell, y + (rows / area) * cell, z], areaMm2: area * cell ** 2 };
}
