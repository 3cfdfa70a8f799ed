import type { Prism, Solid } from '@neurofab/core';

/** Solids, and what is taken away from them. */
export interface Cut {
  readonly solids: readonly Solid[];
  readonly voids: readonly Prism[];
}
