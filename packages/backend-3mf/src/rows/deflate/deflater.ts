import { CRC_START, crcAfter } from '@neurofab/core/internal';
import { type BitWriter, finishByte, takeBytes } from './bit-writer.ts';
import { MAX_HEADER_BYTES, MAX_TOKEN_BYTES, writeBlock } from './write-block.ts';

/**
 * A raw deflate stream (RFC 1951) as it is written. Whoever writes to it appends tokens, which are bytes or come from
 * `matchToken`, and counts up the text that they stand for. Once there are `BLOCK_TOKENS`, `takeBlock` turns them into
 * bytes.
 */
export interface Deflater {
  readonly tokens: Uint32Array;
  tokenCount: number;
  /** Of all that the tokens so far stand for: its checksum before it is turned over, and its length. */
  crc: number;
  size: number;
  readonly out: BitWriter;
}

/**
 * How many tokens share their codes; a line of numbers may go beyond. Twice as many gave a file larger by 0.4 %, since
 * texts change on the way.
 */
export const BLOCK_TOKENS: number = 32 * 1024;

/** More than a line of numbers takes, even without any match. */
const LINE_TOKENS = 512;

export function startDeflater(): Deflater {
  const tokens = new Uint32Array(BLOCK_TOKENS + LINE_TOKENS);
  return {
    tokens,
    tokenCount: 0,
    crc: CRC_START,
    size: 0,
    out: {
      bytes: new Uint8Array(MAX_HEADER_BYTES + tokens.length * MAX_TOKEN_BYTES),
      end: 0,
      bits: 0,
      count: 0,
    },
  };
}

/** Writes bytes that all stand for themselves. */
export function* deflateBytes(deflater: Deflater, bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  for (let i = 0; i < bytes.length; i++) {
    deflater.tokens[deflater.tokenCount++] = bytes[i]!;
    if (deflater.tokenCount >= BLOCK_TOKENS) yield takeBlock(deflater);
  }
  deflater.crc = crcAfter(deflater.crc, bytes);
  deflater.size += bytes.length;
}

/** Turns the tokens so far into bytes, and begins anew with none. What fills no byte is kept for the next. */
export function takeBlock(deflater: Deflater): Uint8Array<ArrayBuffer> {
  return take(deflater, false);
}

/** The same, and ends the stream. */
export function takeLastBlock(deflater: Deflater): Uint8Array<ArrayBuffer> {
  return take(deflater, true);
}

function take(deflater: Deflater, isLast: boolean): Uint8Array<ArrayBuffer> {
  const { out, tokens, tokenCount } = deflater;
  writeBlock(out, tokens.subarray(0, tokenCount), isLast);
  if (isLast) finishByte(out);
  deflater.tokenCount = 0;
  return takeBytes(out);
}
