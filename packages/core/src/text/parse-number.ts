/**
 * The number that a flag's text is, in decimal and with an exponent at most; `undefined` if it is none.
 * `Number` alone would take '' for 0, '0x10' for 16 and let NaN slip in.
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}
