// Written by scripts/fit-planner.js.
import type { PaceId } from '@neurofab/printers';

/** For each square millimetre, contour, millimetre and change of tools; and how many times as long a layer may take to cool. */
interface Seconds {
  readonly walls: number;
  readonly solid: number;
  readonly bridges: number;
  readonly turns: number;
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
    readonly bridges: number;
    readonly sparse: number;
    readonly support: number;
    readonly supportOutline: number;
  };
  readonly seconds: Readonly<Record<PaceId, Seconds>>;
}

/** What fits best what PrusaSlicer says of the cases in cases/fit.jsonl and cases/fit-quick.jsonl. */
export const FITTED: Fitted = {
  filled: {
    walls: 1.021,
    solid: 1.007,
    bridges: 1.362,
    sparse: 0.1555,
    support: 0.1731,
    supportOutline: 0.4496,
  },
  seconds: {
    steady: {
      walls: 0.09675,
      solid: 0.04655,
      bridges: 0.06575,
      turns: 0.04956,
      contour: 0.8795,
      support: 0.03005,
      supportOutline: 0.0555,
      toolChange: 1.805,
      slowest: 1.52,
    },
    quick: {
      walls: 0.03444,
      solid: 0.02049,
      bridges: 0.01841,
      turns: 0.01659,
      contour: 0.5643,
      support: 0.004214,
      supportOutline: 0.03211,
      toolChange: 1.206,
      slowest: 19.92,
    },
  },
};
