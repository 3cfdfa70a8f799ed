import { CRC_OF_BYTE, crcAfter } from '@neurofab/core/internal';
import { crcAfterZeros } from './crc-after-zeros.ts';
import { BLOCK_TOKENS, type Deflater } from './deflater.ts';
import { MAX_DISTANCE, MAX_MATCH } from './symbols.ts';
import { matchToken } from './write-block.ts';

/** Writes the number that an integer stands for at `at`, in at most 32 bytes, and gives the position after it. */
export type PutNumber = (bytes: Uint8Array, at: number, value: number) => number;

/** Writes lines of three numbers to a deflate stream; remembers the last numbers. */
export interface RowWriter {
  readonly deflater: Deflater;
  put: PutNumber;
  /** For each column, what stands between the number before and its own, and how to get the checksum over that. */
  between: readonly Uint8Array[];
  betweenCrc: readonly CrcStep[];
  /** How many numbers there were. */
  count: number;
  /** Of number i, at i modulo `KEPT`: its integer, where its text begins in the file, and that text. */
  readonly values: Int32Array;
  readonly positions: Int32Array;
  readonly lengths: Uint8Array;
  readonly texts: Uint8Array;
  /** Which number it was that last had such an integer in such a column, by a hash of both; 0 for none. */
  readonly last: Int32Array;
  /** A match that may go on, 0 long if there is none, and the number that the last one is the same as. */
  matched: number;
  distance: number;
  source: number;
}

interface CrcStep {
  /** See `crcAfterZeros`. */
  readonly zeros: Uint32Array;
  readonly own: number;
}

/** More numbers than a match can reach back over: three take 28 bytes at least. A power of two. */
const KEPT = 4096;
const KEPT_MASK = KEPT - 1;
const TEXT_BYTES = 32;
const HASH_BITS = 13;

/** What float32 says a sign with; whole numbers are not so large. */
const SIGN = 1 << 31;

/** Up to how many lines above a number is compared with those of its column. */
const NEAR_LINES = 6;

/** How many bytes a match must save that begins far away: its distance takes about as many bits as they would. */
const FAR_SAVING = 3;

/** How many bytes a match must save that ends another, which could go on for nothing. */
const NEW_SAVING = 3;

export function openRowWriter(deflater: Deflater): RowWriter {
  return {
    deflater,
    put: () => 0,
    between: [],
    betweenCrc: [],
    count: 0,
    values: new Int32Array(KEPT),
    positions: new Int32Array(KEPT),
    lengths: new Uint8Array(KEPT),
    texts: new Uint8Array(KEPT * TEXT_BYTES),
    last: new Int32Array(1 << HASH_BITS),
    matched: 0,
    distance: 0,
    source: 0,
  };
}

/** Begins anew, for lines that have this between the number before and that of each column. */
export function startRows(writer: RowWriter, between: readonly Uint8Array[], put: PutNumber): void {
  writer.put = put;
  writer.between = between;
  writer.betweenCrc = between.map((bytes) => ({
    zeros: crcAfterZeros(bytes.length),
    own: crcAfter(0, bytes),
  }));
  writer.count = 0;
  writer.last.fill(0);
}

/**
 * Appends lines of these numbers, as many as the block has room for, and gives how many numbers it took.
 *
 * A number and what stands before it are matched with that of these numbers which begins most alike: the next after
 * the one that the last was matched with, those a few lines above, since networks are symmetric and their
 * triangles come in mirrored pairs, and the same number or its opposite, wherever it last stood in its column. Other bytes
 * stand for themselves.
 */
export function appendRows(writer: RowWriter, numbers: Int32Array): number {
  const { deflater, put, between, betweenCrc, values, positions, lengths, texts, last } = writer;
  const { tokens } = deflater;
  let { tokenCount, crc, size } = deflater;
  let { count, matched, distance, source } = writer;
  let i = 0;
  for (; i < numbers.length && tokenCount < BLOCK_TOKENS; i += 3) {
    for (let column = 0; column < 3; column++, count++) {
      const value = numbers[i + column]!;
      const slot = count & KEPT_MASK;
      const text = slot * TEXT_BYTES;
      const hash = hashOf(value, column);
      const same = last[hash]!;
      const isSame = values[same & KEPT_MASK] === value && isInColumn(same, count);
      // To copy a text is quicker than to find its decimals.
      const length = isSame ? copyText(writer, same, count) : put(texts, text, value) - text;
      if (count > 0) {
        crc = crcOver(betweenCrc[column]!, crc);
        size += between[column]!.length;
      }
      for (let j = text; j < text + length; j++) crc = CRC_OF_BYTE[(crc ^ texts[j]!) & 255]! ^ (crc >>> 8);
      values[slot] = value;
      positions[slot] = size;
      lengths[slot] = length;
      last[hash] = count;

      let common = 0;
      if (count > 3) {
        const goesOn = matched > 0;
        let from = goesOn ? source + 1 : count - 3;
        common = countCommon(writer, from, count);
        let isNew = !goesOn;
        const saving = goesOn ? NEW_SAVING : 1;
        if (length - common >= saving) {
          const reachesSame = isSame && size - positions[same & KEPT_MASK]! <= MAX_DISTANCE;
          const isWorthIt = reachesSame && length - common >= FAR_SAVING;
          const nearby = isWorthIt ? same : findAlike(writer, count);
          const alike = countCommon(writer, nearby, count);
          if (alike >= common + saving) {
            from = nearby;
            common = alike;
            isNew = true;
          }
        }
        const gap = between[column]!.length;
        if (isNew || matched + gap + common > MAX_MATCH) {
          if (goesOn) tokens[tokenCount++] = matchToken(matched, distance);
          matched = 0;
          distance = size - positions[from & KEPT_MASK]!;
        }
        matched += gap + common;
        source = from;
        if (common < length || lengths[from & KEPT_MASK] !== length) {
          tokens[tokenCount++] = matchToken(matched, distance);
          matched = 0;
        }
      } else if (count > 0) {
        for (const byte of between[column]!) tokens[tokenCount++] = byte;
      }
      let own = common;
      if (length - common >= FAR_SAVING) {
        const opposite = last[hashOf(value ^ SIGN, column)]!;
        const isOpposite = values[opposite & KEPT_MASK] === (value ^ SIGN) && isInColumn(opposite, count);
        // One of both has a minus sign before what is alike.
        const ahead = lengths[opposite & KEPT_MASK]! - length;
        const start = Math.max(common, -ahead);
        const back = size - positions[opposite & KEPT_MASK]! - ahead;
        if (isOpposite && length - start >= FAR_SAVING && back <= MAX_DISTANCE) {
          if (start > common) tokens[tokenCount++] = texts[text]!;
          tokens[tokenCount++] = matchToken(length - start, back);
          own = length;
        }
      }
      for (let j = text + own; j < text + length; j++) tokens[tokenCount++] = texts[j]!;
      size += length;
    }
  }
  deflater.tokenCount = tokenCount;
  deflater.crc = crc;
  deflater.size = size;
  writer.count = count;
  writer.matched = matched;
  writer.distance = distance;
  writer.source = source;
  return i;
}

/** Ends the match that might have gone on. */
export function endRows(writer: RowWriter): void {
  const { deflater, matched, distance } = writer;
  if (matched > 0) deflater.tokens[deflater.tokenCount++] = matchToken(matched, distance);
  writer.matched = 0;
}

function hashOf(value: number, column: number): number {
  return Math.imul(value + column, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/**
 * Whether an earlier number is known still and stands in the column of number `count`. The very first never counts:
 * what stands before it is not what stands before the others of its column.
 */
function isInColumn(earlier: number, count: number): boolean {
  return earlier > 0 && count - earlier < KEPT && (count - earlier) % 3 === 0;
}

/** Gives a number the text of an earlier one, and gives its length. */
function copyText({ texts, lengths }: RowWriter, earlier: number, count: number): number {
  const length = lengths[earlier & KEPT_MASK]!;
  const from = (earlier & KEPT_MASK) * TEXT_BYTES;
  const to = (count & KEPT_MASK) * TEXT_BYTES;
  for (let i = 0; i < length; i++) texts[to + i] = texts[from + i]!;
  return length;
}

/** The number of the column, from a few lines above, that begins most like number `count`; of equals the nearest. */
function findAlike(writer: RowWriter, count: number): number {
  let alike = count - 3;
  let most = -1;
  for (let line = 2; line <= NEAR_LINES && 3 * line < count; line++) {
    const common = countCommon(writer, count - 3 * line, count);
    if (common <= most) continue;
    most = common;
    alike = count - 3 * line;
  }
  return alike;
}

/** With how many bytes the texts of two numbers begin alike. */
function countCommon({ texts, lengths }: RowWriter, one: number, other: number): number {
  const most = Math.min(lengths[one & KEPT_MASK]!, lengths[other & KEPT_MASK]!);
  const from = (one & KEPT_MASK) * TEXT_BYTES;
  const to = (other & KEPT_MASK) * TEXT_BYTES;
  let common = 0;
  while (common < most && texts[from + common] === texts[to + common]) common++;
  return common;
}

function crcOver({ zeros, own }: CrcStep, crc: number): number {
  return (
    zeros[crc & 255]! ^
    zeros[256 + ((crc >>> 8) & 255)]! ^
    zeros[512 + ((crc >>> 16) & 255)]! ^
    zeros[768 + (crc >>> 24)]! ^
    own
  );
}
