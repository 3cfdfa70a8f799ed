// Written by scripts/fit-planner.js.
import type { PaceId } from '@neurofab/printers';

/** For each square millimetre, contour, millimetre and change of tools; and how many times as long a layer may take to cool. */
interface Seconds {
  readonly walls: number;
  readonly solid: number;
  readonly sparse: number;
  readonly contour: number;
  readonly support: number;
  readonly supportOutline: number;
  readonly toolChange: number;
  readonly slowest: number;
}

export interface Fitted {
  /** How much of an area is filament, and how wide a line around supports is in millimetres. */
  readonly filled: {
    readonly walls: number;
    readonly solid: number;
    readonly sparse: number;
    readonly support: number;
    readonly supportOutline: number;
  };
  readonly seconds: Readonly<Record<PaceId, Seconds>>;
}

/** What fits best what PrusaSlicer says of the cases in cases/fit.jsonl and cases/fit-quick.jsonl. */
export const FITTED: Fitted = {
  filled: {
    walls: 1.038,
    solid: 1.013,
    sparse: 0.347,
    support: 0.1731,
    supportOutline: 0.4496,
  },
  seconds: {
    steady: {
      walls: 0.1371,
      solid: 0.05176,
      sparse: 0.0105,
      contour: 0.8873,
      support: 0.0321,
      supportOutline: 0.04912,
      toolChange: 1.388,
      slowest: 1.541,
    },
    quick: {
      walls: 0.05136,
      solid: 0.02328,
      sparse: 0.00006646,
      contour: 0.4947,
      support: 0.008682,
      supportOutline: 0.02539,
      toolChange: 1.175,
      slowest: 19.92,
    },
  },
};
