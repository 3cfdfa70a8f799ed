import { crc32 } from 'node:zlib';

/** A GIF of one pixel, with what is to come before its frame. */
export function toyGif({ before = [] as readonly number[], head = [0x80, 0, 0] } = {}): Uint8Array {
  const table = head[0]! & 0x80 ? new Array(3 << ((head[0]! & 7) + 1)).fill(0) : [];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return Uint8Array.from([...ascii('GIF89a'), 1, 0, 1, 0, ...head, ...table, ...before, ...frame, 0x3b]);
}

/** A comment of a GIF, in blocks of so many bytes. */
export function gifComment(text: string, block = 255): number[] {
  const parts = text.match(new RegExp(`.{1,${block}}`, 'gs')) ?? [];
  return [0x21, 0xfe, ...parts.flatMap((part) => [part.length, ...ascii(part)]), 0];
}

/** A PNG of these chunks and an end. */
export function toyPng(...chunks: readonly (readonly [type: string, text: string])[]): Uint8Array {
  const all = [['IHDR', '\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'], ...chunks, ['IEND', '']] as const;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...all.map(([type, text]) => {
      const named = Buffer.from(type + text, 'latin1');
      const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(text.length);
      checksum.writeUInt32BE(crc32(named));
      return Buffer.concat([length, named, checksum]);
    }),
  ]);
}

export function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}
