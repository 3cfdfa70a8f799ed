import { crcAfter } from '@neurofab/core/internal';

/**
 * What so many bytes that are 0 do to each byte of a checksum, its lowest byte first: four tables of 256. Checksums are
 * linear, so that of any text of this length is what these tables make of the old one, xor `crcAfter(0, text)`.
 */
export function crcAfterZeros(length: number): Uint32Array {
  const zeros = new Uint8Array(length);
  const tables = new Uint32Array(4 * 256);
  for (let at = 0; at < 4; at++) {
    for (let byte = 1; byte < 256; byte++) {
      const lowestBit = byte & -byte;
      const rest = byte ^ lowestBit;
      tables[256 * at + byte] =
        rest === 0
          ? crcAfter(lowestBit << (8 * at), zeros)
          : tables[256 * at + rest]! ^ tables[256 * at + lowestBit]!;
    }
  }
  return tables;
}
