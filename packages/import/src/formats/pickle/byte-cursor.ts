import { viewOf } from '../../bytes/view-of.ts';
import { damaged } from '../../import-error.ts';

/** Reads bytes one after another. All throw an ImportError beyond the end. */
export interface ByteCursor {
  at: number;
  readonly byte: () => number;
  readonly uint16: () => number;
  readonly int32: () => number;
  readonly uint32: () => number;
  readonly uint64: () => number;
  /** Big-endian, as pickles have them. */
  readonly float64: () => number;
  /** A view of as many bytes. */
  readonly bytes: (length: number) => Uint8Array;
  /** The bytes up to the next line feed, which is read, too. */
  readonly line: () => Uint8Array;
}

/** A cursor that reads from the byte `start` on. */
export function byteCursor(bytes: Uint8Array, start: number): ByteCursor {
  const view = viewOf(bytes);
  const step = (length: number): number => {
    const from = cursor.at;
    if (length > bytes.length - from) throw damaged('it ends too early');
    cursor.at += length;
    return from;
  };
  const cursor: ByteCursor = {
    at: start,
    byte: () => view.getUint8(step(1)),
    uint16: () => view.getUint16(step(2), true),
    int32: () => view.getInt32(step(4), true),
    uint32: () => view.getUint32(step(4), true),
    uint64: () => cursor.uint32() + cursor.uint32() * 2 ** 32,
    float64: () => view.getFloat64(step(8)),
    bytes: (length) => {
      const from = step(length);
      return bytes.subarray(from, from + length);
    },
    line: () => {
      const end = bytes.indexOf(10, cursor.at);
      const line = cursor.bytes((end === -1 ? Number.POSITIVE_INFINITY : end) - cursor.at);
      cursor.at++;
      return line;
    },
  };
  return cursor;
}
