import { NUMBER_BYTES, type NumberType, readNumbers } from '../../bytes/read-numbers.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import { filteredBytes, filtersAt } from './filters.ts';
import { treeLeaves } from './group-links.ts';
import { addressAt, type Hdf5Source } from './hdf5-source.ts';

/** The shape of chunks, and where they are: listed by a tree, or a single one. */
export interface Chunks {
  readonly chunk: readonly number[];
  readonly tree?: number;
  readonly single?: { readonly at: number; readonly packedSize: number | undefined };
}

/** A dataset that is stored in chunks. */
export interface ChunkedOptions extends Chunks {
  /** For messages. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: NumberType;
  readonly isBigEndian: boolean;
  readonly filters: number | undefined;
}

/** The numbers of a list or a matrix that is stored in chunks. Throws an ImportError where one is missing, or they are too many. */
export function chunkedNumbers(source: Hdf5Source, options: ChunkedOptions): Numbers {
  const { name, shape, type, isBigEndian, chunk } = options;
  const [rows, columns] = matrixShape(shape);
  const [chunkRows, chunkColumns] = matrixShape(chunk);
  const chunkNumbers = chunkRows * chunkColumns;
  const expected = Math.ceil(rows / chunkRows) * Math.ceil(columns / chunkColumns);
  const { left } = source;
  left.chunks -= expected;
  left.numbers -= expected * chunkNumbers;
  if (!(left.chunks >= 0 && left.numbers >= 0) || shape.length > 2 || chunk.length !== shape.length) {
    throw tooMany(name, chunk);
  }
  const numbers = type === 'f8' ? new Float64Array(rows * columns) : new Float32Array(rows * columns);
  const filters = filtersAt(source, options.filters);
  let found = 0;
  for (const { at, size, mask, offsets } of placesOf(source, options)) {
    if (++found > expected) throw contradiction(name);
    const most = chunkNumbers * NUMBER_BYTES[type];
    const packed = source.bytes.subarray(at, at + (size ?? most));
    const bytes = filteredBytes(packed, { filters, mask, most, itemSize: NUMBER_BYTES[type], name });
    const values = readNumbers(bytes, { type, count: chunkNumbers, isBigEndian });
    const [row = 0, column = 0] = shape.length === 2 ? offsets : [0, ...offsets];
    const width = Math.min(chunkColumns, columns - column);
    for (let i = 0; i < Math.min(chunkRows, rows - row) && width > 0; i++) {
      numbers.set(values.subarray(i * chunkColumns, i * chunkColumns + width), (row + i) * columns + column);
    }
  }
  if (found < expected) throw contradiction(name);
  return numbers;
}

/** A list is a matrix of one row. */
function matrixShape(shape: readonly number[]): [rows: number, columns: number] {
  return shape.length === 2 ? [shape[0]!, shape[1]!] : [1, shape[0] ?? 1];
}

interface ChunkPlace {
  readonly at: number;
  /** Of what is stored; left out where it is not packed. */
  readonly size: number | undefined;
  /** A bit for each filter that was left out. */
  readonly mask: number;
  readonly offsets: readonly number[];
}

function* placesOf(source: Hdf5Source, { shape, tree, single }: ChunkedOptions): Iterable<ChunkPlace> {
  if (single !== undefined) {
    yield { at: single.at, size: single.packedSize, mask: 0, offsets: shape.map(() => 0) };
    return;
  }
  const { view } = source;
  // A key is the size of a chunk, a mask, and offsets in all dimensions and within an item.
  const keyBytes = 8 + (shape.length + 1) * 8;
  for (const entry of treeLeaves(source, { at: tree!, entryBytes: keyBytes + 8, firstChild: keyBytes })) {
    yield {
      at: addressAt(source, entry + keyBytes),
      size: view.getUint32(entry, true),
      mask: view.getUint32(entry + 4, true),
      offsets: shape.map((_, i) => addressAt(source, entry + 8 + i * 8)),
    };
  }
}

function tooMany(name: string, chunk: readonly number[]): ImportError {
  return new ImportError(
    'too-large',
    `${printable(name)} in it is stored in chunks of ${chunk.slice(0, 8).join(' × ')} numbers, which together are more than is read. Save the network without compression.`,
  );
}

function contradiction(name: string): ImportError {
  return damaged(`${printable(name)} in it has not the chunks that it should have`);
}
