// Written by scripts/fit-planner.js.

export interface Fitted {
  /** How much of an area is filament, and how wide a line around supports is in millimetres. */
  readonly filled: {
    readonly walls: number;
    readonly solid: number;
    readonly sparse: number;
    readonly support: number;
    readonly supportOutline: number;
  };
  /** For each square millimetre, contour, millimetre and change of tools; and how many times as long a layer may take to cool. */
  readonly seconds: {
    readonly walls: number;
    readonly solid: number;
    readonly sparse: number;
    readonly contour: number;
    readonly support: number;
    readonly supportOutline: number;
    readonly toolChange: number;
    readonly slowest: number;
  };
}

/** What fits best what PrusaSlicer says of the cases in cases/fit.jsonl. */
export const FITTED: Fitted = {
  filled: {
    walls: 1.09,
    solid: 0.9889,
    sparse: 0.3115,
    support: 0.1731,
    supportOutline: 0.4496,
  },
  seconds: {
    walls: 0.1479,
    solid: 0.04732,
    sparse: 0.008214,
    contour: 0.8148,
    support: 0.0447,
    supportOutline: 0.04297,
    toolChange: 1.562,
    slowest: 1.432,
  },
};
