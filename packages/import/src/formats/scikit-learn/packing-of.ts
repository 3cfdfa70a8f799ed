import { hasMark } from '../../bytes/has-mark.ts';
import { latin1 } from '../../bytes/latin1.ts';

/** How joblib packs a file, by the bytes that it begins with; `undefined` for a file that is not packed. */
export function packingOf(bytes: Uint8Array): string | undefined {
  // A text may begin like zlib: `x^2`.
  if (/^[\t\n\r -~]*$/.test(latin1(bytes.subarray(0, 100)))) return undefined;
  return PACKINGS.find(([, ...marks]) => marks.some((mark) => hasMark(bytes, mark)))?.[0];
}

const PACKINGS: readonly (readonly [name: string, ...marks: string[]])[] = [
  ['gzip', '\x1f\x8b'],
  ['zlib', 'x\x01', 'x\x5e', 'x\x9c', 'x\xda'],
  ['bz2', 'BZh'],
  ['xz', '\xfd7zXZ'],
  ['lzma', '\x5d\0\0'],
  ['lz4', '\x04\x22\x4d\x18'],
];
