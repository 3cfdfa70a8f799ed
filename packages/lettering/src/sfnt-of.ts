import { Unzlib } from 'fflate';
import { FontError } from './font-error.ts';

/** More than the largest fonts have, which hold Chinese, Japanese and Korean. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The bytes of a TTF or OTF font, which those of a WOFF 1.0 font hold, packed.
 * Throws a FontError for anything else, and where what is packed is damaged or larger than 64 MiB.
 */
export function sfntOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MOST_BYTES) throw new FontError('The font is larger than 64 MiB.');
  switch (String.fromCharCode(...bytes.subarray(0, 4))) {
    case '\0\x01\0\0':
    case 'true':
    case 'OTTO':
      return bytes;
    case 'wOFF':
      return unpacked(bytes);
    case 'wOF2':
      throw new FontError('This is a WOFF2 font, which is not read: take the font as TTF, OTF or WOFF.');
    case 'ttcf':
      throw new FontError(
        'This is a collection of fonts (TTC), which is not read: take one font of it as TTF or OTF.',
      );
    default:
      throw new FontError('This is no font: it is neither TTF nor OTF nor WOFF.');
  }
}

// What a WOFF says of its tables lies 44 bytes after its start, 20 bytes a table: https://www.w3.org/TR/WOFF/
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

function unpacked(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const tableCount = woff.length < WOFF_HEADER ? 0 : view.getUint16(12);
  if (woff.length < WOFF_HEADER + tableCount * WOFF_ENTRY) throw damaged();
  const entries = Array.from({ length: tableCount }, (_, i) => {
    const at = WOFF_HEADER + i * WOFF_ENTRY;
    const [tag, start, packedSize, size] = [0, 4, 8, 12].map((field) => view.getUint32(at + field)) as Entry;
    return { tag, start, packedSize, size };
  });
  const starts = startsOf(
    entries.map(({ size }) => size),
    SFNT_HEADER + tableCount * SFNT_ENTRY,
  );
  const total = starts.pop()!;
  if (total > MOST_BYTES) throw new FontError('The font is larger than 64 MiB when unpacked.');

  const sfnt = new Uint8Array(total);
  const header = new DataView(sfnt.buffer);
  header.setUint32(0, view.getUint32(4));
  header.setUint16(4, tableCount);
  for (const [i, { tag, start, packedSize, size }] of entries.entries()) {
    if (start + packedSize > woff.length) throw damaged();
    const packed = woff.subarray(start, start + packedSize);
    sfnt.set(packedSize < size ? inflated(packed, size) : packed.subarray(0, size), starts[i]!);
    const at = SFNT_HEADER + i * SFNT_ENTRY;
    header.setUint32(at, tag);
    header.setUint32(at + 8, starts[i]!);
    header.setUint32(at + 12, size);
  }
  return sfnt;
}

type Entry = [tag: number, start: number, packedSize: number, size: number];

/** As much of a packed table is looked at in one go: a kilobyte inflates to a megabyte at most. */
const CHUNK = 16_384;

function inflated(packed: Uint8Array, size: number): Uint8Array {
  const table = new Uint8Array(size);
  let filled = 0;
  const stream = new Unzlib((piece) => {
    if (filled + piece.length > size) throw damaged();
    table.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    }
  } catch {
    // fflate throws what it likes for damaged bytes.
    throw damaged();
  }
  if (filled < size) throw damaged();
  return table;
}

function damaged(): FontError {
  return new FontError('The font is damaged: its tables do not unpack.');
}

/** Where each table starts, and where the last one ends: on multiples of four, as the format has it. */
function startsOf(sizes: readonly number[], first: number): number[] {
  const starts = [first];
  for (const size of sizes) starts.push(starts.at(-1)! + Math.ceil(size / 4) * 4);
  return starts;
}
