import { isObject } from '@neurofab/core/internal';
import { field, type JsonObject, textField } from '../../bytes/json-fields.ts';
import { parseJson } from '../../bytes/parse-json.ts';
import { NUMBER_BYTES, type NumberType, readNumbers } from '../../bytes/read-numbers.ts';
import { isShape } from '../../bytes/tensor.ts';
import { viewOf } from '../../bytes/view-of.ts';
import { countOf, type NamedArray, refuseManyArrays } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { ReadModel } from '../format.ts';

/** Reads safetensors: a JSON header with the place of each array, then their numbers. Several files are parts of one network. */
export const readSafetensors: ReadModel = async (files, { layerOrder }) => {
  const parts = files.map(({ bytes }) => partOf(bytes));
  const producer = textField(parts[0]!.metadata, 'format');
  return {
    format: 'safetensors',
    producer: producer && printable(producer),
    ...stepsOfArrays(
      parts.flatMap(({ arrays }) => arrays),
      { layout: 'output-input', isOrdered: false, layerOrder },
    ),
  };
};

function partOf(bytes: Uint8Array): { readonly metadata: unknown; readonly arrays: readonly NamedArray[] } {
  const size = headerSize(bytes);
  const { __metadata__: metadata, ...tensors } = header(bytes.subarray(8, 8 + size));
  const data = bytes.subarray(8 + size);
  const entries = Object.entries(tensors);
  refuseManyArrays(entries.length);
  const places = entries.map(([name, value]) => placeOf(name, { value, end: data.length }));
  refuseOverlaps(places);
  return { metadata, arrays: places.map((place) => arrayOf(place, data)) };
}

function headerSize(bytes: Uint8Array): number {
  const size = bytes.length < 8 ? 0 : Number(viewOf(bytes).getBigUint64(0, true));
  const most = IMPORT_LIMITS.maxSafetensorsHeaderBytes;
  if (size > most) throw tooMuch({ most, of: 'bytes', subject: 'Its header claims' });
  if (size > bytes.length - 8) throw damaged('it ends within its header');
  return size;
}

function header(bytes: Uint8Array): JsonObject {
  const parsed = parseJson(bytes);
  if (!isObject(parsed)) throw damaged('its header is no list of arrays');
  return parsed;
}

/** An array and where its numbers are. */
interface Place {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly count: number;
  readonly begin: number;
  readonly end: number;
}

const TYPES: ReadonlyMap<string, NumberType> = new Map([
  ['F64', 'f8'],
  ['F32', 'f4'],
  ['F16', 'f2'],
  ['BF16', 'bf2'],
]);

function placeOf(name: string, { value, end: length }: { value: unknown; end: number }): Place {
  const [type, shape, offsets] = [field(value, 'dtype'), field(value, 'shape'), field(value, 'data_offsets')];
  const [begin = 0, end = -1] = isShape(offsets) ? offsets : [];
  if (typeof type !== 'string' || !isShape(shape) || begin > end || end > length) {
    throw damaged(`the array ${printable(name)} has no sound type, shape or place in the file`);
  }
  const count = countOf({ name, shape });
  const known = TYPES.get(type);
  if (known !== undefined && end - begin !== count * NUMBER_BYTES[known]) {
    throw damaged(
      `the array ${printable(name)} has ${end - begin} bytes for ${count} numbers of type ${type}`,
    );
  }
  return { name, type, shape, count, begin, end };
}

function refuseOverlaps(places: readonly Place[]): void {
  let before: Place | undefined;
  for (const place of places.toSorted((one, other) => one.begin - other.begin || one.end - other.end)) {
    if (before !== undefined && place.begin < before.end) {
      throw damaged(`the arrays ${printable(before.name)} and ${printable(place.name)} overlap`);
    }
    before = place;
  }
}

function arrayOf({ name, type, shape, count, begin }: Place, data: Uint8Array): NamedArray {
  const values = () => {
    const known = TYPES.get(type);
    if (known !== undefined) return readNumbers(data, { type: known, count, offset: begin });
    const message = `The array ${printable(name)} has numbers of the type ${printable(type)}. Only ${[...TYPES.keys()].join(', ')} can be read: save it with one of these.`;
    throw new ImportError('unsupported', message);
  };
  return { name, shape, values };
}
