import { encode } from '../xml.ts';
import { openRowWriter } from './append-rows.ts';
import { deflateRows, type NumberRows } from './deflate-rows.ts';
import { type Deflater, deflateBytes } from './deflater.ts';

/** Deflates a text that comes in pieces, and tells how many lines of numbers it is on with. */
export function* deflateText(
  deflater: Deflater,
  pieces: Iterable<string | NumberRows>,
  onRows: (count: number) => void,
): Generator<Uint8Array<ArrayBuffer>> {
  const writer = openRowWriter(deflater);
  for (const piece of pieces) {
    if (typeof piece === 'string') yield* deflateBytes(deflater, encode(piece));
    else yield* deflateRows(writer, piece, onRows);
  }
}
