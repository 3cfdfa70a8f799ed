import type { NumberType } from '../../bytes/read-numbers.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import { isGlobal, lastName, nameOf, type PickleValue } from '../pickle/pickle-value.ts';

/** A storage as pickles describe it: `('storage', torch.FloatStorage, '0', 'cpu', 8)`. */
export interface Storage {
  readonly type: NumberType;
  readonly key: string;
  /** In numbers from the storage's begin, of a view. */
  readonly offset: number;
}

/** The storage that a pickle describes; `undefined` for what is none. */
export function storageOf(id: PickleValue | undefined): Storage | undefined {
  if (!Array.isArray(id) || id[0] !== 'storage' || !isGlobal(id[1])) return undefined;
  const key = id[2];
  const view = Array.isArray(id[5]) ? id[5] : [];
  const type = NUMBER_TYPES.get(lastName(id[1].name));
  if (type === undefined) throw otherNumbers(lastName(id[1].name).replace(/Storage$/, ''));
  return { type, key: nameOf(key), offset: typeof view[1] === 'number' ? view[1] : 0 };
}

/** By the names of storages and, in newer files, of numbers themselves. */
export const NUMBER_TYPES: ReadonlyMap<string, NumberType> = new Map([
  ['FloatStorage', 'f4'],
  ['DoubleStorage', 'f8'],
  ['HalfStorage', 'f2'],
  ['BFloat16Storage', 'bf2'],
  ['LongStorage', 'i8'],
  ['IntStorage', 'i4'],
  ['ShortStorage', 'i2'],
  ['CharStorage', 'i1'],
  ['ByteStorage', 'u1'],
  ['BoolStorage', 'b1'],
  ['UntypedStorage', 'u1'],
  ['_UntypedStorage', 'u1'],
  ['float32', 'f4'],
  ['float64', 'f8'],
  ['float16', 'f2'],
  ['bfloat16', 'bf2'],
  ['int64', 'i8'],
  ['int32', 'i4'],
  ['int16', 'i2'],
  ['int8', 'i1'],
  ['uint8', 'u1'],
  ['bool', 'b1'],
]);

/** The refusal of numbers that are no plain ones. */
export function otherNumbers(type: string): ImportError {
  if (/^QU?Int/i.test(type)) return quantised(type);
  const message = `It has numbers of the type ${printable(type)}. Call model.float() before you save it.`;
  return new ImportError('unsupported', message);
}

/** The refusal of weights that were made into small integers. */
export function quantised(what: string): ImportError {
  const message = `It is quantised (${printable(what)}). Save the network as it was before it was quantised.`;
  return new ImportError('unsupported', message);
}
