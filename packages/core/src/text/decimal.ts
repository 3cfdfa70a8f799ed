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
