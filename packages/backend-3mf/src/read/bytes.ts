import { FileError } from '@neurofab/core';

/** Bytes as text; those beyond ASCII become letters that no number and no name of 3MF has. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** Whether `text`, in ASCII, stands at `at`. */
export function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Where `text`, in ASCII, begins at or after `from`; -1 if nowhere. */
export function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  const last = bytes.length - text.length;
  // Not by the array's own `indexOf`, which takes 40 ns a call: a file may be full of first bytes.
  for (let at = from; at <= last; at++) if (bytes[at] === first && startsWith(bytes, at, text)) return at;
  return -1;
}

/** Whether a byte is what XML calls white space. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Whether there is nothing but white space from `start` to `end`. */
export function isAllBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(bytes[at]!)) return false;
  return true;
}

/** The bytes of both, one after the other. */
export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

type Numbers = Uint8Array | Uint32Array | Float32Array;

/** The same numbers in a longer array, with room for `length` of them at least. */
export function enlarge<Array extends Numbers>(numbers: Array, length: number): Array {
  const Kind = numbers.constructor as new (length: number) => Array;
  try {
    const longer = new Kind(Math.max(length, 2 * numbers.length));
    longer.set(numbers);
    return longer;
  } catch {
    // What an engine throws here differs, and says no more than this.
    throw new FileError('The file is too large for the memory that there is here.');
  }
}
