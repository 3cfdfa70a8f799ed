import { crc32, inflateSync } from 'node:zlib';

/** A picture as red, green, blue and opacity of each pixel, row by row from the top. */
export interface Png {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** By keyword. */
  readonly texts: Readonly<Record<string, string>>;
}

const SIGNATURE = '89504e470d0a1a0a';

/** Rows of pixels as they are: the one filter that is known here. */
const UNFILTERED = 0;

/**
 * Reads a PNG of colours with opacity, 8 bits each. Throws unless its chunks are in order and with their checksums: the header, the
 * pixels as one chunk of rows without filter, texts, and the end.
 */
export function readPng(bytes: Uint8Array): Png {
  equal(Buffer.from(bytes.subarray(0, 8)).toString('hex'), SIGNATURE, 'signature');
  const [header, data, ...others] = readChunks(bytes);
  const end = others.pop();
  const types = [header, data, end].map((chunk) => chunk?.type).join(' ');
  equal(types, 'IHDR IDAT IEND', 'order of the chunks');
  equal(end!.content.length, 0, 'length of the end');
  const { width, height } = readHeader(header!.content);
  const pixels = readPixels(inflateSync(data!.content), { width, height });
  return { width, height, pixels, texts: Object.fromEntries(others.map(readText)) };
}

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = 8; at < bytes.length; ) {
    must(at + 12 <= bytes.length, 'ends within a chunk');
    const end = at + 8 + view.getUint32(at);
    must(end + 4 <= bytes.length, 'ends within a chunk');
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    equal(view.getUint32(end), crc32(bytes.subarray(at + 4, end)), `checksum of ${type}`);
    chunks.push({ type, content: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function readHeader(header: Uint8Array): { readonly width: number; readonly height: number } {
  // 8 bits, colour with opacity, and the only compression and filtering there are, not interlaced.
  equal([...header.subarray(8)].join(' '), '8 6 0 0 0', 'kind of picture');
  const view = viewOf(header);
  return { width: view.getUint32(0), height: view.getUint32(4) };
}

function readPixels(
  rows: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const rowLength = 1 + 4 * width;
  equal(rows.length, rowLength * height, 'number of bytes');
  const pixels = new Uint8Array(4 * width * height);
  for (let row = 0; row < height; row++) {
    const start = row * rowLength;
    equal(rows[start], UNFILTERED, 'filter');
    pixels.set(rows.subarray(start + 1, start + rowLength), row * 4 * width);
  }
  return pixels;
}

function readText({ type, content }: Chunk): [keyword: string, text: string] {
  equal(type, 'tEXt', 'type of a chunk after the pixels');
  const [keyword, text, ...rest] = Buffer.from(content).toString('latin1').split('\0');
  must(/^[A-Za-z]{1,79}$/.test(keyword!) && text !== undefined && rest.length === 0, 'has an odd text');
  return [keyword!, text];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function equal<Value>(actual: Value, expected: Value, what: string): void {
  must(actual === expected, `has ${actual} as ${what} instead of ${expected}`);
}

function must(right: boolean, fault: string): asserts right {
  if (!right) throw new Error(`The PNG ${fault}.`);
}
