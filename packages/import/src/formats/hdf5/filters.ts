import { inflate } from '../../bytes/inflate.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { Hdf5Source } from './hdf5-source.ts';

/** Numbers of filters (IV.A.2.l). */
const GZIP = 1;
const SHUFFLE = 2;
const CHECKSUM = 3;
const CHECKSUM_BYTES = 4;

/** The filters that chunks went through, in their order. */
export function filtersAt({ view }: Hdf5Source, at: number | undefined): readonly number[] {
  if (at === undefined) return [];
  const isOld = view.getUint8(at) === 1;
  const filters: number[] = [];
  let place = at + (isOld ? 8 : 2);
  for (let i = 0; i < view.getUint8(at + 1); i++) {
    const filter = view.getUint16(place, true);
    const isNamed = isOld || filter > 255;
    const nameBytes = isNamed ? view.getUint16(place + 2, true) : 0;
    const values = view.getUint16(place + (isNamed ? 6 : 4), true);
    const name = place + (isNamed ? 8 : 6);
    // Old messages pad names, and numbers of values that are odd.
    place = isOld
      ? name + Math.ceil(nameBytes / 8) * 8 + Math.ceil(values / 2) * 8
      : name + nameBytes + values * 4;
    // Each takes a copy of all numbers, and twice the same one makes no sense.
    if (filters.includes(filter)) throw new RangeError('A filter stands twice.');
    filters.push(filter);
  }
  return filters;
}

/** How bytes were filtered. */
export interface FilteredOptions {
  readonly filters: readonly number[];
  /** A bit for each filter that was left out. */
  readonly mask: number;
  /** Bytes of a chunk. */
  readonly most: number;
  readonly itemSize: number;
  readonly name: string;
}

/** What was stored, with all filters taken back. Throws an ImportError where that is more than a chunk, or a filter is not known. */
export function filteredBytes(
  stored: Uint8Array,
  { filters, mask, most, itemSize, name }: FilteredOptions,
): Uint8Array {
  let bytes = stored;
  for (let i = filters.length - 1; i >= 0; i--) {
    if ((mask >> i) & 1) continue;
    if (filters[i] === GZIP) bytes = inflated(bytes, { most: most + CHECKSUM_BYTES, name });
    else if (filters[i] === SHUFFLE) bytes = unshuffled(bytes, itemSize);
    else if (filters[i] === CHECKSUM) bytes = bytes.subarray(0, -CHECKSUM_BYTES);
    else {
      const message = `${printable(name)} in it is packed in a way that is not read (filter ${filters[i]}). Save the network without compression.`;
      throw new ImportError('unsupported', message);
    }
  }
  return bytes;
}

function inflated(bytes: Uint8Array, { most, name }: { most: number; name: string }): Uint8Array {
  try {
    return inflate(bytes, 'zlib', most);
  } catch (cause) {
    throw damaged(`a chunk of ${printable(name)} does not unpack to its size`, { cause });
  }
}

/** The first bytes of all items come first, then the second ones, and so on. */
function unshuffled(bytes: Uint8Array, itemSize: number): Uint8Array {
  const items = Math.floor(bytes.length / itemSize);
  const result = bytes.slice();
  for (let byte = 0; byte < itemSize; byte++) {
    for (let i = 0; i < items; i++) result[i * itemSize + byte] = bytes[byte * items + i]!;
  }
  return result;
}
