import { readDecimal } from '@neurofab/core/internal';

/**
 * The words of a text, one at a time, straight from its bytes: a large file makes no strings, and one above half a
 * gigabyte, the most that a string holds, can be read at all.
 */
export interface Words {
  readonly bytes: Uint8Array;
  /** Where the word begins, and where it has ended; equal before the first word and after the last. */
  start: number;
  end: number;
  /** From 1. */
  line: number;
}

const MAX_SHOWN_BYTES = 40;
/** More than any name takes that is meant to be read. */
const MAX_NAME_BYTES = 1000;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

export function startWords(bytes: Uint8Array): Words {
  const start = BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? BYTE_ORDER_MARK.length : 0;
  return { bytes, start, end: start, line: 1 };
}

/** Goes on to the next word; false when there is none. */
export function nextWord(words: Words): boolean {
  const { bytes } = words;
  let at = words.end;
  while (at < bytes.length && isBlank(bytes[at]!)) {
    if (endsLine(bytes, at)) words.line++;
    at++;
  }
  words.start = at;
  while (at < bytes.length && !isBlank(bytes[at]!)) at++;
  words.end = at;
  return at > words.start;
}

/** Goes to the end of the line, and gives what stands there. */
export function restOfLine(words: Words): string {
  const { bytes, end: start } = words;
  let at = start;
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at++;
  words.end = at;
  // As a stream, it leaves a last letter away of which the limit has cut some bytes off.
  return new TextDecoder().decode(bytes.subarray(start, Math.min(at, start + MAX_NAME_BYTES)), {
    stream: true,
  });
}

/** Whether the word is this one, in capitals or not. */
export function isWord({ bytes, start, end }: Words, lowerCase: string): boolean {
  if (end - start !== lowerCase.length) return false;
  for (let i = 0; i < lowerCase.length; i++) {
    // For a letter, the bit says that it is no capital; the few other characters that it makes a letter of are no harm.
    if ((bytes[start + i]! | 0x20) !== lowerCase.charCodeAt(i)) return false;
  }
  return true;
}

/** Undefined for a word that is no decimal number; infinite for one too large. */
export function wordAsNumber({ bytes, start, end }: Words): number | undefined {
  const value = readDecimal(bytes, start, end);
  return Number.isNaN(value) ? undefined : value;
}

/** The word in quotes, if it is long only its beginning; empty after the last word. */
export function showWord({ bytes, start, end }: Words): string {
  if (start === end) return '';
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + MAX_SHOWN_BYTES)));
  return JSON.stringify(end - start > MAX_SHOWN_BYTES ? `${text}…` : text);
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Lines end with a line feed, a return, or both. */
function endsLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LINE_FEED || (bytes[at] === RETURN && bytes[at + 1] !== LINE_FEED);
}
