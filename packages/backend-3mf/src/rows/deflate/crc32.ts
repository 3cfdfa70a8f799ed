/** The checksum of a zip's files, a byte at a time: what each byte does to it. */
export const CRC_OF_BYTE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The checksum goes on from -1, and is turned over at the end. */
export const CRC_START = -1;

/** The checksum after some more bytes. */
export function crcAfter(crc: number, bytes: Uint8Array): number {
  let sum = crc;
  for (let i = 0; i < bytes.length; i++) sum = CRC_OF_BYTE[(sum ^ bytes[i]!) & 255]! ^ (sum >>> 8);
  return sum;
}

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
