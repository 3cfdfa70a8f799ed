import { textOfUnits } from '../../bytes/latin1.ts';

/** A text in Latin-1 with Python's escapes, such as `\\u00e9` and `\\x00`. */
export function unescaped(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const letter = bytes[at]!;
    if (letter !== BACKSLASH) {
      units[length++] = letter;
      continue;
    }
    const kind = bytes[++at] ?? BACKSLASH;
    const digits = DIGITS.get(kind);
    if (digits === undefined) {
      units[length++] = LETTERS.get(kind) ?? kind;
      continue;
    }
    const code = hexadecimal(bytes, at + 1, at + 1 + digits);
    at += digits;
    // Two units, of ten bits each, are a letter beyond the first 65,536.
    if (code > 0xffff) units[length++] = 0xd800 + ((code - 0x10000) >> 10);
    units[length++] = code > 0xffff ? 0xdc00 + (code & 0x3ff) : code;
  }
  return textOfUnits(units.subarray(0, length));
}

const BACKSLASH = code('\\');
const DIGITS: ReadonlyMap<number, number> = new Map([
  [code('x'), 2],
  [code('u'), 4],
  [code('U'), 8],
]);
const LETTERS: ReadonlyMap<number, number> = new Map([
  [code('n'), code('\n')],
  [code('r'), code('\r')],
  [code('t'), code('\t')],
]);

function code(letter: string): number {
  return letter.charCodeAt(0);
}

/** What is no digit counts as 0. */
function hexadecimal(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    value =
      16 * value + Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(bytes[at] ?? 0).toLowerCase()));
  }
  return value;
}
