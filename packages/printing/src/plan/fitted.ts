// Written by scripts/fit-planner.js.

/** What fits best what PrusaSlicer says of the cases in cases/fit.jsonl. */
export const FITTED = {
  /** How much of an area is filament, and how wide a line around supports is in millimetres. */
  filled: {
    walls: 1.09,
    solid: 0.9889,
    sparse: 0.3115,
    support: 0.1731,
    supportOutline: 0.4496,
  },
  /** For each square millimetre, contour, millimetre and change of tools; and how many times as long a layer may take to cool. */
  seconds: {
    walls: 0.1481,
    solid: 0.04942,
    sparse: 0.007426,
    contour: 0.7657,
    supportOutline: 0.07949,
    toolChange: 1.315,
    slowest: 1.779,
  },
} as const;
