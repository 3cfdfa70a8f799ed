import { damaged } from '../import-error.ts';
import type { Numbers } from '../trained-network.ts';
import { isSize } from './tensor.ts';

/** How numbers are kept: floats (`bf2` is bfloat16), integers, unsigned integers, truth values, each with its bytes. */
export type NumberType = keyof typeof NUMBER_BYTES;

/** Bytes that one number takes. */
export const NUMBER_BYTES = {
  f2: 2,
  bf2: 2,
  f4: 4,
  f8: 8,
  i1: 1,
  u1: 1,
  i2: 2,
  u2: 2,
  i4: 4,
  u4: 4,
  i8: 8,
  u8: 8,
  b1: 1,
} as const;

/** Whether a text, such as `f4`, says how numbers are kept. */
export function isNumberType(type: string | undefined): type is NumberType {
  return type !== undefined && Object.hasOwn(NUMBER_BYTES, type);
}

/** Which numbers are read, and how they are kept. */
export interface ReadNumbersOptions {
  readonly type: NumberType;
  readonly count: number;
  /** Of the first number; default 0. */
  readonly offset?: number;
  readonly isBigEndian?: boolean;
}

/** Numbers out of bytes, exactly (64-bit integers as near as may be). Throws an ImportError where there are fewer. */
export function readNumbers(
  bytes: Uint8Array,
  { type, count, offset = 0, isBigEndian = false }: ReadNumbersOptions,
): Numbers {
  const size = NUMBER_BYTES[type];
  if (!isWithin(bytes, { offset, length: count * size })) {
    throw damaged('it ends before its numbers do');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, count * size);
  const result: Numbers = FLOAT32_TYPES.has(type) ? new Float32Array(count) : new Float64Array(count);
  const read = READERS[type];
  for (let i = 0; i < count; i++) result[i] = read(view, i * size, !isBigEndian);
  return result;
}

function isWithin(bytes: Uint8Array, { offset, length }: { offset: number; length: number }): boolean {
  return isSize(offset) && isSize(length) && offset + length <= bytes.length;
}

/** Types whose numbers are 32-bit floats exactly. */
const FLOAT32_TYPES: ReadonlySet<NumberType> = new Set(['f2', 'bf2', 'f4', 'i1', 'u1', 'i2', 'u2', 'b1']);

type ReadNumber = (view: DataView, at: number, isLittleEndian: boolean) => number;

const READERS: Readonly<Record<NumberType, ReadNumber>> = {
  f2: (view, at, isLittleEndian) => half(view.getUint16(at, isLittleEndian)),
  bf2: (view, at, isLittleEndian) => brain(view.getUint16(at, isLittleEndian)),
  f4: (view, at, isLittleEndian) => view.getFloat32(at, isLittleEndian),
  f8: (view, at, isLittleEndian) => view.getFloat64(at, isLittleEndian),
  i1: (view, at) => view.getInt8(at),
  u1: (view, at) => view.getUint8(at),
  i2: (view, at, isLittleEndian) => view.getInt16(at, isLittleEndian),
  u2: (view, at, isLittleEndian) => view.getUint16(at, isLittleEndian),
  i4: (view, at, isLittleEndian) => view.getInt32(at, isLittleEndian),
  u4: (view, at, isLittleEndian) => view.getUint32(at, isLittleEndian),
  i8: (view, at, isLittleEndian) => Number(view.getBigInt64(at, isLittleEndian)),
  u8: (view, at, isLittleEndian) => Number(view.getBigUint64(at, isLittleEndian)),
  b1: (view, at) => (view.getUint8(at) === 0 ? 0 : 1),
};

const FOUR = new DataView(new ArrayBuffer(4));

/** IEEE 754 binary16, by way of the 32 bits of the same number. */
function half(bits: number): number {
  const sign = bits & 0x8000;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return (sign === 0 ? 1 : -1) * fraction * SMALLEST_HALF;
  FOUR.setUint32(0, sign * 65_536 + ((exponent === 0x1f ? 0xff : exponent + 112) << 23) + (fraction << 13));
  return FOUR.getFloat32(0);
}

const SMALLEST_HALF = 2 ** -24;

/** bfloat16 is the upper half of a 32-bit float. */
function brain(bits: number): number {
  FOUR.setUint32(0, bits * 65_536);
  return FOUR.getFloat32(0);
}
