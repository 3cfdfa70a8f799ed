import { isNumberType, type NumberType, readNumbers } from '../../bytes/read-numbers.ts';
import type { Tensor } from '../../bytes/tensor.ts';
import { countOfShape } from '../../bytes/tensor.ts';
import { ImportError } from '../../import-error.ts';
import { tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import { type Chunks, chunkedNumbers } from './chunked-numbers.ts';
import { addressAt, type Hdf5Source, MOST_NUMBERS, numberAt } from './hdf5-source.ts';
import { MESSAGE, type Message } from './object-header.ts';

/** An object that may be a dataset. */
export interface DatasetOptions {
  /** For messages. */
  readonly name: string;
  readonly messages: readonly Message[];
}

/** The tensor that a dataset is; `undefined` where an object is none. */
export function datasetTensor(source: Hdf5Source, { name, messages }: DatasetOptions): Tensor | undefined {
  const [space, type, layout] = [MESSAGE.space, MESSAGE.type, MESSAGE.layout].map(
    (kind) => messages.find((message) => message.type === kind)?.at,
  );
  if (space === undefined || type === undefined || layout === undefined) return undefined;
  const shape = shapeAt(source, space);
  const filters = messages.find((message) => message.type === MESSAGE.filters)?.at;
  return { shape, values: () => numbersOf(source, { name, shape, type, layout, filters }) };
}

/** IV.A.2.b. */
function shapeAt(source: Hdf5Source, at: number): readonly number[] {
  const start = at + (source.view.getUint8(at) === 2 ? 4 : 8);
  return Array.from({ length: source.view.getUint8(at + 1) }, (_, i) => addressAt(source, start + i * 8));
}

interface Places {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  readonly layout: number;
  readonly filters: number | undefined;
}

function numbersOf(source: Hdf5Source, { name, shape, type: typeAt, layout, filters }: Places): Numbers {
  const { bytes, left } = source;
  const count = countOfShape(shape, `the dataset ${printable(name)}`);
  left.numbers -= count;
  if (left.numbers < 0) throw tooMuch(MOST_NUMBERS);
  const { type, isBigEndian } = floatType(source, { at: typeAt, name });
  const storage = storageAt(source, { at: layout, name });
  if (storage.kind === 'chunks') {
    return chunkedNumbers(source, { name, shape, type, isBigEndian, filters, ...storage });
  }
  return readNumbers(bytes, { type, count, offset: storage.offset, isBigEndian });
}

const FLOAT = 1;

/** IV.A.2.d. */
function floatType(
  { view }: Hdf5Source,
  { at, name }: { at: number; name: string },
): { type: NumberType; isBigEndian: boolean } {
  const size = view.getUint32(at + 4, true);
  const isFloat = (view.getUint8(at) & 0xf) === FLOAT;
  // Eight bits of exponent in two bytes are those of bfloat16.
  const isBrain = size === 2 && view.getUint8(at + 13) === 8;
  const type = isBrain ? 'bf2' : `f${size}`;
  if (!isFloat || !isNumberType(type)) {
    const message = `${printable(name)} in it holds no floating-point numbers. Only plain weights are read: save the network without quantisation.`;
    throw new ImportError('unsupported', message);
  }
  return { type, isBigEndian: (view.getUint8(at + 1) & 1) === 1 };
}

type Storage = { readonly kind: 'whole'; readonly offset: number } | ({ readonly kind: 'chunks' } & Chunks);

const COMPACT = 0;
const CONTIGUOUS = 1;
const CHUNKED = 2;
const SINGLE_CHUNK = 1;

/** IV.A.2.i. */
function storageAt(source: Hdf5Source, { at, name }: { at: number; name: string }): Storage {
  const { view } = source;
  const version = view.getUint8(at);
  const kind = view.getUint8(at + (version < 3 ? 2 : 1));
  if (kind === CONTIGUOUS) return { kind: 'whole', offset: addressAt(source, at + (version < 3 ? 8 : 2)) };
  if (kind === COMPACT && version >= 3) return { kind: 'whole', offset: at + 4 };
  if (kind === CHUNKED && version === 3) {
    const shape = sizesAt(source, { at: at + 11, count: view.getUint8(at + 2) - 1, size: 4 });
    return { kind: 'chunks', chunk: shape, tree: addressAt(source, at + 3) };
  }
  if (kind === CHUNKED && version === 4) {
    const [flags, rank, size] = [2, 3, 4].map((place) => view.getUint8(at + place)) as [
      number,
      number,
      number,
    ];
    const index = at + 5 + rank * size;
    if (view.getUint8(index) === SINGLE_CHUNK) {
      const chunk = sizesAt(source, { at: at + 5, count: rank - 1, size });
      const isFiltered = (flags & 2) !== 0;
      const packedSize = isFiltered ? addressAt(source, index + 1) : undefined;
      return {
        kind: 'chunks',
        chunk,
        single: { at: addressAt(source, index + (isFiltered ? 13 : 1)), packedSize },
      };
    }
  }
  const message = `${printable(name)} in it is stored in chunks in a way that is not read. Save the network as Keras does, without libver="latest" and compression.`;
  throw new ImportError('unsupported', message);
}

function sizesAt(
  source: Hdf5Source,
  { at, count, size }: { at: number; count: number; size: number },
): readonly number[] {
  return Array.from({ length: Math.max(0, count) }, (_, i) => numberAt(source, { at: at + i * size, size }));
}
