import { crc32, inflateSync } from 'node:zlib';
import { equal, must } from './three-mf-rules.ts';

/** A picture as red, green, blue and opacity of each pixel, row by row from the top. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = '89504e470d0a1a0a';
const SIZE = 256;

/** Rows of pixels as they are: the one filter that is known here. */
const UNFILTERED = 0;

/**
 * Reads `Metadata/thumbnail.png`. Throws unless it is a PNG of 256 × 256 pixels with opacity, its chunks in order and
 * with their checksums, that shows something before nothing.
 */
export function readThumbnail(bytes: Uint8Array): Thumbnail {
  equal(Buffer.from(bytes.subarray(0, 8)).toString('hex'), SIGNATURE, 'signature of the thumbnail');
  const chunks = readChunks(bytes);
  equal(chunks.map(({ type }) => type).join(' '), 'IHDR IDAT IEND', 'chunks of the thumbnail');
  const [header, data, end] = chunks.map(({ content }) => content) as [Uint8Array, Uint8Array, Uint8Array];
  // Width, height, 8 bits, colour with opacity, and the only compression and filtering there are, not interlaced.
  equal([...header].join(' '), `0 0 1 0 0 0 1 0 8 6 0 0 0`, 'header of the thumbnail');
  equal(end.length, 0, 'length of the end of the thumbnail');

  const rows = inflateSync(data);
  const rowLength = 1 + 4 * SIZE;
  equal(rows.length, rowLength * SIZE, 'bytes in the thumbnail');
  const pixels = new Uint8Array(4 * SIZE * SIZE);
  for (let row = 0; row < SIZE; row++) {
    const start = row * rowLength;
    equal(rows[start], UNFILTERED, 'filter of the thumbnail');
    pixels.set(rows.subarray(start + 1, start + rowLength), row * 4 * SIZE);
  }
  checkPicture(pixels);
  return { width: SIZE, height: SIZE, pixels };
}

function readChunks(bytes: Uint8Array): { type: string; content: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: { type: string; content: Uint8Array }[] = [];
  for (let at = 8; at < bytes.length; ) {
    must(at + 12 <= bytes.length, 'the thumbnail ends within a chunk');
    const end = at + 8 + view.getUint32(at);
    must(end + 4 <= bytes.length, 'the thumbnail ends within a chunk');
    const type = new TextDecoder('ascii').decode(bytes.subarray(at + 4, at + 8));
    equal(view.getUint32(end), crc32(bytes.subarray(at + 4, end)), `checksum of ${type}`);
    chunks.push({ type, content: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function checkPicture(pixels: Uint8Array): void {
  let opaque = 0;
  let clear = 0;
  for (let i = 3; i < pixels.length; i += 4) {
    if (pixels[i] === 255) opaque++;
    if (pixels[i] === 0) clear++;
  }
  const hundredth = (SIZE * SIZE) / 100;
  must(opaque > hundredth, 'the thumbnail is blank');
  must(clear > hundredth, 'the thumbnail has a background');
}
