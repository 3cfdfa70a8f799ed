import { NUMBER_BYTES, readNumbers } from '../../bytes/read-numbers.ts';
import { countOfShape, isShape, isSize, numbersIn, type Tensor } from '../../bytes/tensor.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import { argsOf, isGlobal, isObject, lastName, madeBy, type PickleValue } from '../pickle/pickle-value.ts';
import { NUMBER_TYPES, otherNumbers, quantised, type Storage, storageOf } from './storage.ts';
import type { TorchFile } from './torch-file.ts';

/** Finds the tensors of a file. It gives `undefined` for what is none, and throws an ImportError for a kind of tensor that cannot be drawn. */
export type TensorOf = (value: PickleValue | undefined) => Tensor | undefined;

/** What finds the tensors of a file, whose numbers are counted as they are read. */
export function tensorsOf({ storage, isBigEndian }: Omit<TorchFile, 'root'>): TensorOf {
  // Tensors may share their numbers, so that a small file could ask for any number of them.
  let left = MOST_NUMBERS.most;
  const calls = new Map<PickleValue | undefined, TensorCall | undefined>();
  return (value) => {
    if (!calls.has(value)) calls.set(value, tensorCall(value));
    const call = calls.get(value);
    if (call === undefined) return undefined;
    const { source, shape, strides } = call;
    const values = (): Numbers => {
      const reach = reachOf(shape, strides);
      left -= Math.max(reach, numbersIn(shape));
      if (left < 0) throw tooMuch(MOST_NUMBERS);
      const offset = call.offset * NUMBER_BYTES[source.type];
      const numbers = readNumbers(storage(source.key), {
        type: source.type,
        count: reach,
        offset,
        isBigEndian,
      });
      return isPacked(shape, strides) ? numbers : gathered(numbers, { shape, strides });
    };
    return { shape, values };
  };
}

const MOST_NUMBERS: Limit = {
  most: IMPORT_LIMITS.maxBytes / Float32Array.BYTES_PER_ELEMENT,
  of: 'numbers',
  subject: 'Its tensors have',
};

interface TensorCall {
  readonly source: Storage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** How many parameters may lie in each other. */
const MOST_WRAPPERS = 8;

/** What is called to make a tensor, without what only wraps it. */
function tensorCall(value: PickleValue | undefined): TensorCall | undefined {
  let wrapped = value;
  for (let depth = 0; depth < MOST_WRAPPERS; depth++) {
    const name = madeBy(wrapped);
    const args = argsOf(wrapped);
    if (/^torch\._utils\._rebuild_parameter(_with_state)?$/.test(name)) wrapped = args[0];
    else if (/^torch\._tensor\._rebuild_from_type(_v2)?$/.test(name)) wrapped = called(args);
    else if (/^torch\._utils\._rebuild_tensor(_v[23])?$/.test(name)) return madeTensor(args);
    else if (/^torch\._utils\._rebuild_qtensor$/.test(name)) throw quantised('its tensors');
    else if (/^torch\._utils\._rebuild_\w*tensor/.test(name)) throw otherTensor(lastName(name));
    else return undefined;
  }
  return undefined;
}

function called([of = null, , args = null]: readonly PickleValue[]): PickleValue {
  return { kind: 'object', of, args };
}

/** `_rebuild_tensor(storage, offset, size, strides, …)`; `_v3` says the type of its numbers itself. */
function madeTensor([id, offset, size, strides, , , type]: readonly PickleValue[]): TensorCall {
  const source = storageOf(id);
  const own = isGlobal(type) ? NUMBER_TYPES.get(lastName(type.name)) : source?.type;
  if (isGlobal(type) && own === undefined) throw otherNumbers(lastName(type.name));
  const shape = sizes(size);
  const steps = sizes(strides);
  if (source === undefined || own === undefined || !isSize(offset)) throw broken();
  if (shape === undefined || steps?.length !== shape.length) throw broken();
  countOfShape(shape, 'a tensor');
  return { source: { ...source, type: own }, offset: offset + source.offset, shape, strides: steps };
}

function sizes(value: PickleValue | undefined): readonly number[] | undefined {
  const list = isObject(value) ? argsOf(value)[0] : value;
  return isShape(list) ? list : undefined;
}

/** How many numbers of the storage lie from a tensor's first to its last. */
function reachOf(shape: readonly number[], strides: readonly number[]): number {
  if (numbersIn(shape) === 0) return 0;
  return shape.reduce((sum, size, i) => sum + (size - 1) * strides[i]!, 1);
}

/** Whether numbers lie one row after another. */
function isPacked(shape: readonly number[], strides: readonly number[]): boolean {
  return shape.every((size, i) => size === 1 || strides[i] === numbersIn(shape.slice(i + 1)));
}

/** Numbers that lie in the storage in another order, such as those of a matrix that was transposed. */
function gathered(
  numbers: Numbers,
  { shape, strides }: { shape: readonly number[]; strides: readonly number[] },
): Numbers {
  const [columns = 1, rows = 1, ...more] = shape.toReversed();
  const [columnStep = 0, rowStep = 0] = strides.toReversed();
  if (more.length > 0) throw otherTensor(`a tensor of ${shape.length} dimensions`);
  const result = new (numbers.constructor as Float32ArrayConstructor)(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[row * columns + column] = numbers[row * rowStep + column * columnStep]!;
    }
  }
  return result;
}

function otherTensor(what: string): ImportError {
  return new ImportError(
    'unsupported',
    `It has tensors of a kind that cannot be drawn (${printable(what)}).`,
  );
}

function broken(): ImportError {
  return damaged('one of its tensors has no sizes or no numbers');
}
