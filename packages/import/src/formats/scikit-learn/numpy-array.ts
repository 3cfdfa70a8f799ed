import { latin1 } from '../../bytes/latin1.ts';
import { isNumberType, readNumbers } from '../../bytes/read-numbers.ts';
import { countOfShape, isShape } from '../../bytes/tensor.ts';
import { viewOf } from '../../bytes/view-of.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import { argsOf, bytesOf, isObject, madeBy, nameOf, type PickleValue } from '../pickle/pickle-value.ts';

/** An array of numpy, not read yet. */
export interface NumpyArray {
  readonly shape: readonly number[];
  /** Its kind and bytes an item, such as `f8`, or letters an item, such as `U10`. */
  readonly type: string;
  readonly isBigEndian: boolean;
  /** Whether the first index moves fastest. */
  readonly isFortran: boolean;
  /** Of an array of objects a list. */
  readonly data: PickleValue;
}

/** The array that a pickle makes; `undefined` for what is none. */
export function numpyArray(value: PickleValue | undefined): NumpyArray | undefined {
  const name = madeBy(value).replace('numpy._core.', 'numpy.core.');
  const args = argsOf(value);
  if (name === 'numpy.core.multiarray.scalar') {
    return arrayOf({ type: args[0], shape: [], isFortran: false, data: args[1] });
  }
  if (name === 'numpy.core.numeric._frombuffer') {
    return arrayOf({ type: args[1], shape: args[2], isFortran: args[3] === 'F', data: args[0] });
  }
  if (name !== 'numpy.core.multiarray._reconstruct' || !isObject(value)) return undefined;
  const [, shape, type, isFortran, data] = Array.isArray(value.state) ? value.state : [];
  return arrayOf({ type, shape, isFortran: isFortran === true || isFortran === 1, data });
}

interface ArrayParts {
  readonly type: PickleValue | undefined;
  readonly shape: PickleValue | undefined;
  readonly isFortran: boolean;
  readonly data: PickleValue | undefined;
}

function arrayOf({ type, shape, isFortran, data }: ArrayParts): NumpyArray | undefined {
  const number = numpyType(type);
  if (number === undefined || !isShape(shape) || data === undefined) return undefined;
  return { ...number, shape, isFortran, data };
}

/** What `numpy.dtype('f8', …)` with its state says; `undefined` for all else. */
export function numpyType(
  value: PickleValue | undefined,
): Pick<NumpyArray, 'type' | 'isBigEndian'> | undefined {
  if (madeBy(value) !== 'numpy.dtype' || !isObject(value)) return undefined;
  const order = Array.isArray(value.state) ? value.state[1] : '<';
  return { type: nameOf(argsOf(value)[0]).replace(/^[<>|=]/, ''), isBigEndian: order === '>' };
}

/** The numbers of an array as they lie in it. Throws an ImportError where it has none. */
export function numbersOf({ type, shape, isBigEndian, data }: NumpyArray): Numbers {
  const count = countOfShape(shape, 'an array');
  const bytes = bytesOf(data);
  if (bytes === undefined || !isNumberType(type)) {
    throw new ImportError(
      'unsupported',
      `It has an array of the type ${printable(type)}, which is none of numbers.`,
    );
  }
  return readNumbers(bytes, { type, count, isBigEndian });
}

/** The items of a list as texts, such as names of classes; `undefined` for anything but a list of so many. */
export function textsOf(array: NumpyArray | undefined, count: number): readonly string[] | undefined {
  if (array === undefined || array.shape.length !== 1 || array.shape[0] !== count) return undefined;
  if (Array.isArray(array.data)) return array.data.map((item) => nameOf(item));
  const [, kind, size] = /^([US])(\d+)$/.exec(array.type) ?? [];
  if (kind === undefined) return Array.from(numbersOf(array), String);
  const bytes = bytesOf(array.data);
  const length = Number(size) * (kind === 'U' ? 4 : 1);
  if (bytes?.length !== length * count) return undefined;
  return Array.from({ length: count }, (_, i) => {
    const item = bytes.subarray(i * length, (i + 1) * length);
    return (kind === 'S' ? latin1(item) : utf32(item, array.isBigEndian)).replace(/\0+$/, '');
  });
}

function utf32(bytes: Uint8Array, isBigEndian: boolean): string {
  const view = viewOf(bytes);
  return Array.from({ length: bytes.length / 4 }, (_, i) =>
    String.fromCodePoint(Math.min(view.getUint32(4 * i, !isBigEndian), 0x10ffff)),
  ).join('');
}
