import { openRowWriter } from './append-rows.ts';
import { deflateRows, type NumberRows } from './deflate-rows.ts';
import { deflateBytes, startDeflater, takeLastBlock } from './deflater.ts';

/** What a zip archive has to know of a deflated text. */
export interface DeflatedText {
  /** Of its UTF-8: the zip format's checksum, as a whole number without sign, and the count of bytes. */
  readonly crc: number;
  readonly size: number;
}

/**
 * The raw deflate stream (RFC 1951) of a text that comes in pieces, in chunks. Tells how many lines of numbers it is on
 * with.
 */
export function* deflateText(
  pieces: Iterable<string | NumberRows>,
  onRows: (count: number) => void,
): Generator<Uint8Array<ArrayBuffer>, DeflatedText> {
  const deflater = startDeflater();
  const writer = openRowWriter(deflater);
  for (const piece of pieces) {
    if (typeof piece === 'string') yield* deflateBytes(deflater, new TextEncoder().encode(piece));
    else yield* deflateRows(writer, piece, onRows);
  }
  yield takeLastBlock(deflater);
  return { crc: ~deflater.crc >>> 0, size: deflater.size };
}
