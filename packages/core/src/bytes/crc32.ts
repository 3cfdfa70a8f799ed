/** What each byte does to the checksum of zip and PNG (ISO 3309). */
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
