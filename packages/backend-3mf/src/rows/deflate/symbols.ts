/*
 * How deflate (RFC 1951, section 3.2.5) says how long a match is and how far back it begins: by a symbol for a few
 * lengths or distances, and by extra bits for which of them it is.
 */

export const MAX_MATCH = 258;
export const MAX_DISTANCE: number = 32 * 1024;

export const LENGTH_SYMBOLS = 29;
export const DISTANCE_SYMBOLS = 30;

/** The bits that come after a length's symbol. */
export function lengthExtraBits(symbol: number): number {
  return symbol < 8 || symbol === LENGTH_SYMBOLS - 1 ? 0 : (symbol >> 2) - 1;
}

/** The least length that a symbol stands for. */
export function leastLength(symbol: number): number {
  // The greatest has a symbol of its own.
  if (symbol === LENGTH_SYMBOLS - 1) return MAX_MATCH;
  return symbol < 8 ? 3 + symbol : 3 + ((4 + (symbol & 3)) << lengthExtraBits(symbol));
}

/** The symbol of each length; those below 3 have none. */
export const SYMBOL_OF_LENGTH: Uint8Array = new Uint8Array(MAX_MATCH + 1);
for (let symbol = 0; symbol < LENGTH_SYMBOLS; symbol++) SYMBOL_OF_LENGTH.fill(symbol, leastLength(symbol));

export function distanceSymbol(distance: number): number {
  if (distance < 3) return distance - 1;
  const exponent = 31 - Math.clz32(distance - 1);
  return 2 * exponent + (((distance - 1) >>> (exponent - 1)) & 1);
}

/** The bits that come after a distance's symbol. */
export function distanceExtraBits(symbol: number): number {
  return symbol < 2 ? 0 : (symbol >> 1) - 1;
}

/** The least distance that a symbol stands for. */
export function leastDistance(symbol: number): number {
  return symbol < 2 ? 1 + symbol : 1 + ((2 + (symbol & 1)) << distanceExtraBits(symbol));
}
