/** Bits that are put one after another into bytes, into each from its lowest on. */
export interface BitWriter {
  readonly bytes: Uint8Array;
  end: number;
  /** The last bits, fewer than 16, that are not in the bytes yet. */
  bits: number;
  count: number;
}

/** Puts the lowest `size` bits of a value, 16 at most; all higher ones must be 0. */
export function putBits(writer: BitWriter, value: number, size: number): void {
  const bits = writer.bits | (value << writer.count);
  const count = writer.count + size;
  if (count < 16) {
    writer.bits = bits;
    writer.count = count;
    return;
  }
  const { bytes, end } = writer;
  bytes[end] = bits;
  bytes[end + 1] = bits >>> 8;
  writer.end = end + 2;
  writer.bits = bits >>> 16;
  writer.count = count - 16;
}

/** Fills up the last byte with bits that are 0. */
export function finishByte(writer: BitWriter): void {
  while (writer.count > 0) {
    writer.bytes[writer.end++] = writer.bits;
    writer.bits >>>= 8;
    writer.count = Math.max(0, writer.count - 8);
  }
}

/** Takes all whole bytes so far out. */
export function takeBytes(writer: BitWriter): Uint8Array<ArrayBuffer> {
  const bytes = writer.bytes.slice(0, writer.end);
  writer.end = 0;
  return bytes;
}
