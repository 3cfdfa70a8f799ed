import { latin1 } from '../../bytes/latin1.ts';
import { damaged, type ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { PICKLE_OPERATION } from './pickle-operation.ts';
import type { PickleValue } from './pickle-value.ts';
import { unescaped } from './unescaped.ts';

/** A value that stands in the stream by itself. Throws an ImportError for an operation that gives none. */
export function pickleConstant(operation: number, cursor: ByteCursor): PickleValue {
  switch (operation) {
    case PICKLE_OPERATION.NONE:
      return null;
    case PICKLE_OPERATION.NEWTRUE:
      return true;
    case PICKLE_OPERATION.NEWFALSE:
      return false;

    case PICKLE_OPERATION.INT: {
      const text = digits(cursor);
      return text === '01' ? true : text === '00' ? false : decimal(text, cursor);
    }
    case PICKLE_OPERATION.LONG:
      return decimal(digits(cursor).replace(/L$/, ''), cursor);
    case PICKLE_OPERATION.BININT:
      return cursor.int32();
    case PICKLE_OPERATION.BININT1:
      return cursor.byte();
    case PICKLE_OPERATION.BININT2:
      return cursor.uint16();
    case PICKLE_OPERATION.LONG1:
      return long(cursor, cursor.byte());
    case PICKLE_OPERATION.LONG4:
      return long(cursor, cursor.uint32());
    case PICKLE_OPERATION.FLOAT:
      return Number.parseFloat(digits(cursor));
    case PICKLE_OPERATION.BINFLOAT:
      return cursor.float64();

    case PICKLE_OPERATION.STRING:
      return unescaped(textBytes(cursor.line()).subarray(1, -1));
    case PICKLE_OPERATION.UNICODE:
      return unescaped(textBytes(cursor.line()));
    case PICKLE_OPERATION.BINSTRING:
      return latin1(textBytes(cursor.bytes(cursor.uint32())));
    case PICKLE_OPERATION.SHORT_BINSTRING:
      return latin1(cursor.bytes(cursor.byte()));
    case PICKLE_OPERATION.BINUNICODE:
      return UTF_8.decode(textBytes(cursor.bytes(cursor.uint32())));
    case PICKLE_OPERATION.SHORT_BINUNICODE:
      return UTF_8.decode(cursor.bytes(cursor.byte()));
    case PICKLE_OPERATION.BINUNICODE8:
      return UTF_8.decode(textBytes(cursor.bytes(cursor.uint64())));

    case PICKLE_OPERATION.BINBYTES:
      return cursor.bytes(cursor.uint32());
    case PICKLE_OPERATION.SHORT_BINBYTES:
      return cursor.bytes(cursor.byte());
    case PICKLE_OPERATION.BINBYTES8:
    case PICKLE_OPERATION.BYTEARRAY8:
      return cursor.bytes(cursor.uint64());
    default:
      throw senseless(cursor);
  }
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes of a text. Throws an ImportError for more than any name or array has. */
function textBytes(bytes: Uint8Array): Uint8Array {
  refuseMore(bytes.length, { most: IMPORT_LIMITS.maxMemberBytes, of: 'bytes', subject: 'A text in it has' });
  return bytes;
}

/** A name that is a line of its own. */
export function lineOf(cursor: ByteCursor): string {
  return latin1(textBytes(cursor.line()));
}

/** Of more digits than this no integer of a network is, and many take long. */
const MOST_DIGITS = 255;

/** Random generators keep integers of 16 bytes. */
const MOST_LONG_BYTES = 64;

/** A number in digits up to the end of the line. */
function digits(cursor: ByteCursor): string {
  const line = cursor.line();
  if (line.length > MOST_DIGITS) throw senseless(cursor);
  return latin1(line);
}

/** An integer in decimal digits up to the end of the line. */
export function integer(cursor: ByteCursor): number {
  return Number(decimal(digits(cursor), cursor));
}

function decimal(text: string, cursor: ByteCursor): number | bigint {
  if (!/^\s*[+-]?\d+\s*$/.test(text)) throw senseless(cursor);
  return plain(BigInt(text.replace('+', '')));
}

/** Of two's complement, the lowest byte first. */
function long(cursor: ByteCursor, length: number): number | bigint {
  if (length > MOST_LONG_BYTES) throw senseless(cursor);
  const value = cursor.bytes(length).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return plain(BigInt.asIntN(8 * length, value));
}

function plain(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** The refusal of a pickle that contradicts itself where it was read to. */
export function senseless({ at }: ByteCursor): ImportError {
  return damaged(`its pickle makes no sense at byte ${at}`);
}
