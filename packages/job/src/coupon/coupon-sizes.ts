/** What a coupon tries, in millimetres. */
export const COUPON_SIZES = {
  /** Around a peg in its socket. */
  clearances: [0.1, 0.15, 0.2, 0.25, 0.3],
  /** Diameters. */
  rods: [1, 1.2, 1.6, 2, 2.4],
  /** Of capital letters. */
  letters: [4, 5, 6, 7, 8],
} as const;

/** How a clearance, a rod and letters are marked. */
export const MARKS = {
  clearance: (size: number): string => size.toFixed(2).slice(1),
  rod: (size: number): string => size.toFixed(1),
  // Letters whose holes fill up first, and none that goes below the line.
  letters: (size: number): string => `${size} Hae`,
} as const;

/** The lines of text on a coupon. */
export const COUPON_LINES: readonly string[] = [
  ...COUPON_SIZES.clearances.map(MARKS.clearance),
  ...COUPON_SIZES.rods.map(MARKS.rod),
  ...COUPON_SIZES.letters.map(MARKS.letters),
];

/** What stands on it in Braille. */
export const COUPON_BRAILLE = 'ok';
