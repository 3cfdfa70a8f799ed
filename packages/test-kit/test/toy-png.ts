import { crc32, deflateSync } from 'node:zlib';

export interface ToyPng {
  readonly size?: number;
  /** Red, green, blue and opacity of the upper and of the lower half. */
  readonly upper?: readonly number[];
  readonly lower?: readonly number[];
  /** The filter that each row says it has. */
  readonly filter?: number;
  /** Chunks before the end of the file. */
  readonly further?: readonly Uint8Array[];
}

/** A PNG whose lower half is red and whose upper half is nothing. */
export function toyPng({
  size = 256,
  upper = [0, 0, 0, 0],
  lower = [192, 0, 0, 255],
  filter = 0,
  further = [],
}: ToyPng = {}): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const row = (pixel: readonly number[]) =>
    Uint8Array.from([filter, ...Array.from({ length: size }, () => pixel).flat()]);
  const [above, below] = [row(upper), row(lower)];
  const rows = Array.from({ length: size }, (_, i) => (i < size / 2 ? above : below));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    ...further,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG with its length and checksum. */
export function chunk(type: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** A chunk of text: a keyword, a zero and what it says. */
export function textChunk(text: string): Uint8Array {
  return chunk('tEXt', Buffer.from(text, 'latin1'));
}
