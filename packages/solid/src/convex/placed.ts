import type { Solid } from '@neurofab/core';

/** A solid as it takes part in bodies. */
export interface Placed {
  readonly solid: Solid;
  /** Which space it wins: where solids overlap, the one with the lower rank has it. Ranks count from 0. */
  readonly rank: number;
  /** Where a cylinder's polygon starts, in sides. */
  readonly start: 0 | 0.5;
}
