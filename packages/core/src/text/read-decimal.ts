/** The powers of ten that a double holds exactly. */
const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MAX_EXACT_DIGITS = 15;
/** The largest double as C's `%f` writes it takes 317. */
const MAX_LENGTH = 400;

const [PLUS, MINUS, POINT, ZERO, CAPITAL_E, SMALL_E] = [0x2b, 0x2d, 0x2e, 0x30, 0x45, 0x65] as const;

/**
 * The number that ASCII bytes from `start` to `end` say, such as `-1.5e+02`: to the last bit what `Number` makes of the
 * text, but where one operation on exact numbers gives it, without making a string. NaN for any other text.
 */
export function readDecimal(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MAX_LENGTH) return Number.NaN;
  const negative = bytes[start] === MINUS;
  let at = negative || bytes[start] === PLUS ? start + 1 : start;
  let value = 0;
  let digits = 0;
  let significant = 0;
  let decimals = 0;
  let afterPoint = false;
  for (; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (bytes[at] === POINT && !afterPoint) afterPoint = true;
    else if (digit < 0 || digit > 9) break;
    else {
      value = 10 * value + digit;
      digits++;
      if (value > 0) significant++;
      if (afterPoint) decimals++;
    }
  }
  const exponent = at === end ? 0 : readExponent(bytes, at, end);
  if (digits === 0 || Number.isNaN(exponent)) return Number.NaN;
  const power = exponent - decimals;
  if (significant <= MAX_EXACT_DIGITS && Math.abs(power) < EXACT_POWERS.length) {
    const scaled = power < 0 ? value / EXACT_POWERS[-power]! : value * EXACT_POWERS[power]!;
    return negative ? -scaled : scaled;
  }
  return Number(String.fromCharCode(...bytes.subarray(start, end)));
}

function readExponent(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== SMALL_E && bytes[start] !== CAPITAL_E) return Number.NaN;
  const negative = bytes[start + 1] === MINUS;
  const first = negative || bytes[start + 1] === PLUS ? start + 2 : start + 1;
  let exponent = 0;
  for (let at = first; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    exponent = 10 * exponent + digit;
  }
  if (first >= end) return Number.NaN;
  return negative ? -exponent : exponent;
}
