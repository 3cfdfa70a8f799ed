import { NUMBER_BYTES, type NumberType, readNumbers } from '../../bytes/read-numbers.ts';
import { countOfShape } from '../../bytes/tensor.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import { integersOf } from './fields.ts';
import { lengthy, type Message, textIn } from './parse-model.ts';
import { placeOf } from './place-of.ts';

/** A constant of a graph. */
export interface Constant {
  /** As the file calls what it comes from; may be empty. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: Numbers;
  readonly type: NumberType;
}

/** A kind of numbers as TensorProto.DataType numbers them; `undefined` for kinds that are not read. */
export function numberTypeOf(code: number): NumberType | undefined {
  return TYPES[code];
}

/** Reads a TensorProto; `files` are those beside it that tensors lie in. Throws an ImportError where its numbers are not as it says. */
export function readTensor(tensor: Message, files: ReadonlyMap<string, Uint8Array>): Constant {
  const name = textIn(tensor, 8);
  const shape = shapeOf(tensor, name);
  const code = tensor.find(({ tag }) => tag === 2)?.number ?? 0;
  const type = numberTypeOf(code);
  if (type === undefined) {
    const message = `The tensor ${printable(name)} holds no numbers of a kind that is read (${OTHER_TYPES[code] ?? code}).`;
    throw new ImportError('unsupported', message);
  }
  const count = countOfShape(shape, `the tensor ${printable(name)}`);
  const raw = rawBytes(tensor, files);
  if (raw === undefined) return { name, shape, numbers: typedNumbers(tensor, { name, count, type }), type };
  if (raw.length !== count * NUMBER_BYTES[type]) throw wrongLength(name);
  return { name, shape, numbers: readNumbers(raw, { type, count }), type };
}

const MOST_DIMENSIONS = 16;

function shapeOf(tensor: Message, name: string): readonly number[] {
  const shape = tensor
    .filter(({ tag }) => tag === 1)
    .slice(0, MOST_DIMENSIONS + 1)
    .flatMap((field) => integersOf(field, MOST_DIMENSIONS));
  if (shape.length > MOST_DIMENSIONS || shape.some((size) => size < 0)) throw wrongLength(name);
  return shape;
}

/** Kinds of numbers as TensorProto.DataType numbers them. */
const TYPES: Readonly<Record<number, NumberType>> = {
  1: 'f4',
  2: 'u1',
  3: 'i1',
  4: 'u2',
  5: 'i2',
  6: 'i4',
  7: 'i8',
  9: 'b1',
  10: 'f2',
  11: 'f8',
  12: 'u4',
  13: 'u8',
  16: 'bf2',
};

const OTHER_TYPES: Readonly<Record<number, string>> = {
  8: 'texts',
  14: 'complex numbers',
  15: 'complex numbers',
  17: 'float8',
  18: 'float8',
  19: 'float8',
  20: 'float8',
  21: 'uint4',
  22: 'int4',
  23: 'float4',
};

/** The bytes of a tensor's numbers, in the file or beside it; `undefined` where they are fields of their own. */
function rawBytes(tensor: Message, files: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  const place = placeOf(tensor);
  if (place === undefined) return lengthy(tensor, 9).at(-1);
  const { file, offset, length } = place;
  return files.get(file)?.subarray(offset, length === undefined ? undefined : offset + length);
}

/** The fields that hold numbers, by kind: of float_data, int32_data, int64_data, double_data and uint64_data. */
const FIELDS: Readonly<Record<NumberType, number>> = {
  f4: 4,
  f2: 5,
  bf2: 5,
  i1: 5,
  u1: 5,
  i2: 5,
  u2: 5,
  i4: 5,
  b1: 5,
  i8: 7,
  f8: 10,
  u4: 11,
  u8: 11,
};

interface Expected {
  readonly name: string;
  readonly count: number;
  readonly type: NumberType;
}

function typedNumbers(tensor: Message, { name, count, type }: Expected): Numbers {
  // Of variable length: they take far more time than those that lie one behind another.
  if (type !== 'f4' && type !== 'f8') {
    const subject = `The tensor ${printable(name)} has`;
    refuseMore(count, { most: IMPORT_LIMITS.maxTextNumbers, of: 'numbers of variable length', subject });
  }
  const pieces = tensor
    .filter(({ tag }) => tag === FIELDS[type])
    .map((field) => {
      if (field.bytes === undefined) return [field.number];
      if (type !== 'f4' && type !== 'f8') return integersOf(field, count);
      return readNumbers(field.bytes, { type, count: Math.floor(field.bytes.length / NUMBER_BYTES[type]) });
    });
  if (pieces.reduce((sum, { length }) => sum + length, 0) !== count) throw wrongLength(name);
  const numbers = type === 'f4' ? new Float32Array(count) : new Float64Array(count);
  let at = 0;
  for (const piece of pieces) {
    numbers.set(piece, at);
    at += piece.length;
  }
  return type === 'f2' || type === 'bf2' ? halves(numbers, type) : numbers;
}

/** 16-bit floats that stand as whole numbers. */
function halves(bits: Numbers, type: 'f2' | 'bf2'): Numbers {
  const bytes = new Uint8Array(Uint16Array.from(bits).buffer);
  return readNumbers(bytes, { type, count: bits.length });
}

/** The refusal of a tensor that has another number of bytes or numbers than its shape says. */
function wrongLength(name: string): ImportError {
  return damaged(`the tensor ${printable(name)} is not as long as it says`);
}
