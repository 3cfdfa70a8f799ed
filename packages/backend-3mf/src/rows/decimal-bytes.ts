const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

/** As many decimals as a coordinate of 2^-16 mm (0.015 µm) needs to be read back as the same float32. */
const MAX_DECIMALS = 12;

/** The powers of ten up to the last; each is exact as a double. */
const POWERS = Float64Array.from({ length: MAX_DECIMALS + 1 }, (_, i) => Number(`1e${i}`));

const MAX_INT32 = 2 ** 31 - 1;

/** Beyond this a coordinate would not be one: it is the largest model (a million times a metre) and more. */
const MAX_SIZE = 1e12;

/** The most bytes that `putDecimal` writes: sign, 12 digits, point and 12 decimals. */
export const MAX_DECIMAL_BYTES = 26;

/**
 * Writes a float32 as plain decimal text at `at` and gives the position after it. The text is the shortest that reads
 * back as the same float32, so a slicer sees the very mesh that was judged: rounding cannot fold a triangle, open an
 * edge or part two faces that coincide. Only what is nearer to 0 than 2^-16 mm is rounded, to 12 decimals. Throws a
 * RangeError for what is no coordinate.
 */
export function putDecimal(bytes: Uint8Array, at: number, value: number): number {
  const size = Math.abs(value);
  if (!(size < MAX_SIZE)) throw new RangeError(`No coordinate in a 3MF file: ${value}.`);
  let decimals = size === Math.round(size) ? 0 : countDecimals(size);
  let scaled = Math.round(size * POWERS[decimals]!);
  // Only where the last decimal still was not enough can there be zeros at the end.
  while (decimals > 0 && scaled % 10 === 0) {
    decimals--;
    scaled /= 10;
  }
  let end = at;
  if (value < 0 && scaled > 0) bytes[end++] = MINUS;
  const whole = Math.floor(scaled / POWERS[decimals]!);
  let digits = 1;
  while (whole >= POWERS[digits]!) digits++;
  putDigits(bytes, end, digits, whole);
  end += digits;
  if (decimals === 0) return end;
  bytes[end++] = POINT;
  putDigits(bytes, end, decimals, scaled - whole * POWERS[decimals]!);
  return end + decimals;
}

/** What `putDecimal` writes, as a string. Throws a RangeError for what is no coordinate. */
export function decimalText(value: number): string {
  const bytes = new Uint8Array(MAX_DECIMAL_BYTES);
  return String.fromCharCode(...bytes.subarray(0, putDecimal(bytes, 0, value)));
}

/** How many decimals it takes to read back as the same float32, `MAX_DECIMALS` if more. */
function countDecimals(size: number): number {
  const isEnough = (decimals: number) =>
    Math.fround(Math.round(size * POWERS[decimals]!) / POWERS[decimals]!) === size;
  // Most have so many that they have eight digits in all, so the count starts near there.
  let decimals = size < 10 ? 7 : size < 100 ? 6 : 5;
  if (isEnough(decimals)) {
    while (decimals > 1 && isEnough(decimals - 1)) decimals--;
    return decimals;
  }
  do decimals++;
  while (decimals < MAX_DECIMALS && !isEnough(decimals));
  return decimals;
}

/** Writes a whole number from 0 to 2^31 - 1 at `at` and gives the position after it. */
export function putInteger(bytes: Uint8Array, at: number, value: number): number {
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits++;
  putDigits(bytes, at, digits, value);
  return at + digits;
}

function putDigits(bytes: Uint8Array, at: number, digits: number, value: number): void {
  let rest = value;
  let i = at + digits - 1;
  for (; rest > MAX_INT32; i--) {
    const shorter = Math.floor(rest / 10);
    bytes[i] = ZERO + rest - shorter * 10;
    rest = shorter;
  }
  // Engines divide integers of 32 bits several times faster, if they are told that these are some.
  for (let integer = rest | 0; i >= at; i--) {
    const shorter = (integer / 10) | 0;
    bytes[i] = ZERO + integer - shorter * 10;
    integer = shorter;
  }
}
