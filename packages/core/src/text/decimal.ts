/** A whole number with a comma between thousands, in every locale: `20,000,000`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A number as plain decimal text with at most `digits` decimals: no exponent, no trailing zeros, no `-0`,
 * the same in every locale. Throws a RangeError for what has no such text (NaN, infinities, 1e21 and above).
 */
export function formatDecimal(value: number, digits: number): string {
  if (!(Math.abs(value) < 1e21)) throw new RangeError(`No decimal text for ${value}.`);
  const text = value.toFixed(digits);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** From here on digits say less than the power of ten. */
const LARGE = 1e15;

/**
 * A number that was measured, however large: as `formatDecimal` has it, but from 1e15 on as three digits and a power of ten, such as
 * `7.8e30`. Throws a RangeError for NaN and infinities.
 */
export function formatMeasure(value: number, digits: number): string {
  if (!(Math.abs(value) >= LARGE) || !Number.isFinite(value)) return formatDecimal(value, digits);
  return value.toExponential(2).replace(/(\.?0+)?e\+/, 'e');
}
