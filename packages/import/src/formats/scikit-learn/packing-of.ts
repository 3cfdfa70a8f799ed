import { latin1 } from '../pickle/latin1.ts';

/** How joblib packs a file, by the bytes that it begins with; `undefined` for a file that is not packed. */
export function packingOf(bytes: Uint8Array): string | undefined {
  // A text may begin like zlib: `x^2`.
  if (/^[\t\n\r -~]*$/.test(latin1(bytes.subarray(0, 100)))) return undefined;
  return PACKINGS.find(({ marks }) => marks.some((mark) => mark.every((byte, i) => bytes[i] === byte)))?.name;
}

const PACKINGS: readonly { readonly name: string; readonly marks: readonly (readonly number[])[] }[] = [
  { name: 'gzip', marks: [[0x1f, 0x8b]] },
  { name: 'zlib', marks: [0x01, 0x5e, 0x9c, 0xda].map((level) => [0x78, level]) },
  { name: 'bz2', marks: [[0x42, 0x5a, 0x68]] },
  { name: 'xz', marks: [[0xfd, 0x37, 0x7a, 0x58, 0x5a]] },
  { name: 'lzma', marks: [[0x5d, 0x00, 0x00]] },
  { name: 'lz4', marks: [[0x04, 0x22, 0x4d, 0x18]] },
];
