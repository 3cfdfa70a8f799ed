import { type Dataset, Filters } from 'jsfive';
import { inflate } from '../../bytes/inflate.ts';
import { NUMBER_BYTES, type NumberType, readNumbers } from '../../bytes/read-numbers.ts';
import { countOfShape } from '../../chain/named-array.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import { type CutBudget, withBudget } from './hdf5-budget.ts';
import type { Tensor } from './tensor.ts';

/** Numbers of the HDF5 file format: messages (IV.A.2), layouts (IV.A.2.i), filters (IV.A.2.l). */
const LAYOUT_MESSAGE = 8;
const COMPACT = 0;
const CONTIGUOUS = 1;
const GZIP_FILTER = 1;

export interface DatasetOptions {
  /** For messages. */
  readonly name: string;
  readonly buffer: ArrayBuffer;
  readonly budget: CutBudget;
}

/** The tensor that a dataset is. Throws an ImportError, and anything that jsfive throws. */
export function datasetTensor(dataset: Dataset, options: DatasetOptions): Tensor {
  const { shape } = dataset;
  return { shape, read: () => numbersOf(dataset, { ...options, shape }) };
}

interface ReadOptions extends DatasetOptions {
  readonly shape: readonly number[];
}

function numbersOf(dataset: Dataset, options: ReadOptions): Numbers {
  const { name, shape, buffer, budget } = options;
  const count = countOfShape(name, shape);
  budget.numbers -= count;
  if (budget.numbers < 0) throw new ImportError('too-large', 'Its layers have more weights than are read.');
  const { type, isBigEndian } = numberTypeOf(dataset, name);
  const header = dataset._dataobjects;
  const [layoutMessage] = header.find_msg_type(LAYOUT_MESSAGE);
  if (layoutMessage === undefined) throw missing(name);
  const [version, , layout, at] = header._get_data_message_properties(
    layoutMessage.get('offset_to_message')!,
  );
  const view = new DataView(buffer);
  switch (layout) {
    case COMPACT:
      return readNumbers(new Uint8Array(buffer), { type, count, offset: at + 2, isBigEndian });
    case CONTIGUOUS: {
      const offset = Number(view.getBigUint64(at, true));
      return readNumbers(new Uint8Array(buffer), { type, count, offset, isBigEndian });
    }
    default:
      if (version > 3) throw newChunks(name);
      return chunkedNumbers(dataset, { ...options, type, count });
  }
}

function numberTypeOf({ dtype }: Dataset, name: string): { type: NumberType; isBigEndian: boolean } {
  const [, order, type] = /^([<>])(f[248])$/.exec(String(dtype)) ?? [];
  if (type === undefined) {
    const message = `${printable(name)} in it holds no floating-point numbers (${printable(String(dtype))}). Only plain weights are read: save the network without quantisation.`;
    throw new ImportError('unsupported', message);
  }
  return { type: type as NumberType, isBigEndian: order === '>' };
}

function chunkedNumbers(
  dataset: Dataset,
  { name, shape, type, count, budget }: ReadOptions & { type: NumberType; count: number },
): Numbers {
  const header = dataset._dataobjects;
  const chunk = header.chunks ?? [];
  const chunkNumbers = product(chunk);
  const chunks = product(shape.map((size, i) => Math.ceil(size / chunk[i]!)));
  budget.chunks -= chunks;
  budget.chunkedNumbers -= chunks * chunkNumbers;
  if (!(budget.chunks >= 0 && budget.chunkedNumbers >= 0)) {
    const message = `${printable(name)} in it is stored in chunks of ${chunk.join(' × ')} numbers, which together are more than is read. Save the network without compression.`;
    throw new ImportError('too-large', message);
  }
  // Asked now, while the budget of the file's structure pays for it.
  header.filter_pipeline;
  const bytes = chunkNumbers * NUMBER_BYTES[type];
  const values = withInflate({ name, most: bytes }, () =>
    // A cut a chunk and a node of their tree, which has fewer nodes than leaves; packed badly, chunks may grow a little.
    withBudget(budget, {
      cuts: 2 * chunks + 4,
      bytes: 2 * chunks * (bytes + 1024),
      work: () => dataset.value,
    }),
  );
  const numbers = type === 'f8' ? new Float64Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const value = values[i];
    if (typeof value !== 'number') throw missing(name);
    numbers[i] = value;
  }
  return numbers;
}

/** jsfive inflates without a limit; while `work` runs, ours, which stops at a chunk's size, stands in for it. */
function withInflate<Result>({ name, most }: { name: string; most: number }, work: () => Result): Result {
  const original = Filters.get(GZIP_FILTER)!;
  Filters.set(GZIP_FILTER, (chunk) => {
    try {
      // Four bytes more: a checksum may be packed with it.
      return inflate(new Uint8Array(chunk), 'zlib', most + 4).buffer as ArrayBuffer;
    } catch (error) {
      const message = `It is damaged: a chunk of ${printable(name)} does not unpack to its size.`;
      throw new ImportError('damaged', message, { cause: error });
    }
  });
  try {
    return work();
  } finally {
    Filters.set(GZIP_FILTER, original);
  }
}

function missing(name: string): ImportError {
  return new ImportError('damaged', `It is damaged: numbers of ${printable(name)} are missing.`);
}

function newChunks(name: string): ImportError {
  return new ImportError(
    'unsupported',
    `${printable(name)} in it is stored in chunks of the newest HDF5 format, which are not read. Save the network as Keras does, without libver="latest".`,
  );
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}
