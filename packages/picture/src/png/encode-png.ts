import { CRC_START, crcAfter, joined } from '@neurofab/core/internal';
import { type DeflateOptions, zlibSync } from 'fflate';
import { asciiOf } from '../ascii.ts';
import { PNG_SIGNATURE } from '../marks.ts';

/** A square picture. */
export interface Pixels {
  /** Pixels a side. */
  readonly size: number;
  /** Red, green, blue and opacity of each, row by row from the top. */
  readonly data: Uint8Array;
}

export interface PngOptions {
  /** How hard to compress, from 0 to 9. */
  readonly level: NonNullable<DeflateOptions['level']>;
  /** A text that goes along, and by what it goes; both ASCII. */
  readonly text?: { readonly keyword: string; readonly content: string };
}

/** Eight bits a channel, with opacity; deflate, rows filtered each in its way, all at once. */
const HEADER_END = [8, 6, 0, 0, 0] as const;

/** The bytes of a PNG (https://www.w3.org/TR/png-3/), whose rows are not filtered: what we draw has few shades. */
export function encodePng({ size, data }: Pixels, { level, text }: PngOptions): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set(HEADER_END, 8);
  return joined([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(unfiltered(data, 4 * size), { level })),
    ...(text === undefined ? [] : [chunk('tEXt', asciiOf(`${text.keyword}\0${text.content}`))]),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** A byte before each row says how it is filtered. */
function unfiltered(data: Uint8Array, width: number): Uint8Array {
  const rows = new Uint8Array(data.length + data.length / width);
  for (let at = 0, to = 1; at < data.length; at += width, to += width + 1) {
    rows.set(data.subarray(at, at + width), to);
  }
  return rows;
}

/** The length of what it holds, its type, what it holds, and a checksum of these two. */
function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(asciiOf(type), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, ~crcAfter(CRC_START, bytes.subarray(4, content.length + 8)));
  return bytes;
}
