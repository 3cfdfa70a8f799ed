import { readDecimal } from '@neurofab/core/internal';
import { asciiText } from '../bytes.ts';

const ZERO = 0x30;

/** Longer than any number that a program writes. */
const MAX_LENGTH = 400;

const MAX_WHOLE = 2 ** 31 - 1;

// No part of these can match in two ways, so a long text that fails does so at once.
const DECIMAL = /^[ \t\r\n]*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[ \t\r\n]*$/;
const WHOLE = /^[ \t\r\n]*\+?\d+[ \t\r\n]*$/;

/**
 * The decimal number that the bytes from `start` to `end` spell, as 3MF's schema writes numbers (`ST_Number`); a point
 * without digits after it passes too, as in every other reader. NaN for all else, such as `nan`, `inf` or `1,5`.
 */
export function scanDecimal(bytes: Uint8Array, start: number, end: number): number {
  const value = readDecimal(bytes, start, end);
  if (!Number.isNaN(value) || end - start > MAX_LENGTH) return value;
  // The schema lets blanks stand around it.
  return parseDecimal(asciiText(bytes, start, end));
}

/** The whole number from 0 to 2^31 - 1 that the bytes from `start` to `end` spell; NaN for all else. */
export function scanWhole(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let at = start;
  for (; at < end && isDigit(bytes[at]!); at++) value = value * 10 + bytes[at]! - ZERO;
  if (at === end && at > start) return value <= MAX_WHOLE ? value : Number.NaN;
  return end - start > MAX_LENGTH ? Number.NaN : parseWhole(asciiText(bytes, start, end));
}

/** As `scanDecimal`, of text. */
export function parseDecimal(text: string): number {
  return text.length <= MAX_LENGTH && DECIMAL.test(text) ? Number(text) : Number.NaN;
}

/** As `scanWhole`, of text. */
export function parseWhole(text: string): number {
  const value = text.length <= MAX_LENGTH && WHOLE.test(text) ? Number(text) : Number.NaN;
  return value <= MAX_WHOLE ? value : Number.NaN;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}
