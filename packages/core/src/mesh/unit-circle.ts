import { remember } from '../remember.ts';

export interface UnitCircle {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/**
 * Cosines and sines of `segments` equal steps around a circle, counter-clockwise from angle 0, or from half a step after it.
 *
 * Built from additions, multiplications and divisions alone, since the last bit of `Math.sin` differs between
 * engines, and folded into one eighth of the circle, so that mirrored points mirror exactly.
 */
export const unitCircle: (segments: number, start?: 0 | 0.5) => UnitCircle = remember(
  (segments: number, start: 0 | 0.5 = 0): UnitCircle => {
    const cos = new Float64Array(segments);
    const sin = new Float64Array(segments);
    for (let i = 0; i < segments; i++) {
      cos[i] = sineOfTurn(4 * (i + start) + segments, 4 * segments);
      sin[i] = sineOfTurn(2 * (i + start), 2 * segments);
    }
    return { cos, sin };
  },
);

/** The sine of `part / whole` turns, for whole numbers. */
export function sineOfTurn(part: number, whole: number): number {
  let i = (((part % whole) + whole) % whole) * 8; // in units of 1 / (8 · whole) of a turn, so that folding is exact
  let sign = 1;
  if (i >= 4 * whole) {
    i -= 4 * whole;
    sign = -1;
  }
  if (i > 2 * whole) i = 4 * whole - i;
  const angle = (fold: number) => (2 * Math.PI * fold) / (8 * whole);
  return sign * (i <= whole ? sineSeries(angle(i)) : cosineSeries(angle(2 * whole - i)));
}

/** Taylor series, exact to the last bit or two for 0 ≤ x ≤ π/4. */
function sineSeries(x: number): number {
  let sum = 0;
  for (let k = 19; k >= 3; k -= 2) sum = ((1 + sum) * -x * x) / (k * (k - 1));
  return x * (1 + sum);
}

function cosineSeries(x: number): number {
  let sum = 0;
  for (let k = 18; k >= 2; k -= 2) sum = ((1 + sum) * -x * x) / (k * (k - 1));
  return 1 + sum;
}
