import { damaged } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import { denseMessages } from './dense-messages.ts';
import { addressAt, expectMark, type Hdf5Source, step, textAt } from './hdf5-source.ts';
import { MESSAGE, type Message } from './object-header.ts';

/** The texts of an object's attribute, one or a list; `undefined` where it has none of that name, or it is no text. */
export function attributeTexts(
  source: Hdf5Source,
  { name, messages }: { name: string; messages: readonly Message[] },
): readonly string[] | undefined {
  for (const at of attributes(source, messages)) {
    step(source);
    const attribute = attributeAt(source, at);
    if (attribute.name === name) return textsOf(source, attribute);
  }
  return undefined;
}

function* attributes(source: Hdf5Source, messages: readonly Message[]): Iterable<number> {
  for (const { type, at } of messages) {
    if (type === MESSAGE.attribute) yield at;
    else if (type === MESSAGE.attributeInfo) {
      const heap = at + 2 + (source.view.getUint8(at + 1) & 1 ? 2 : 0);
      yield* denseMessages(source, { at: heap, idAt: 0 });
    }
  }
}

interface Attribute {
  readonly name: string;
  /** Where the descriptions of its type and its shape, and its values, begin. */
  readonly type: number;
  readonly space: number;
  readonly values: number;
}

/** IV.A.2.m. */
function attributeAt(source: Hdf5Source, at: number): Attribute {
  const { view } = source;
  const version = view.getUint8(at);
  const padded = (field: number) => {
    const size = view.getUint16(at + field, true);
    return version === 1 ? Math.ceil(size / 8) * 8 : size;
  };
  const start = at + (version === 3 ? 9 : 8);
  const type = start + padded(2);
  const space = type + padded(4);
  const name = textAt(source, { at: start, size: view.getUint16(at + 2, true) });
  return { name, type, space, values: space + padded(6) };
}

/** Classes of types (IV.A.2.d). */
const TEXT = 3;
const VARIABLE_LENGTH = 9;

function textsOf(source: Hdf5Source, { type, space, values }: Attribute): readonly string[] | undefined {
  const { view } = source;
  const kind = view.getUint8(type) & 0xf;
  const isVariable = kind === VARIABLE_LENGTH && (view.getUint8(type + 1) & 0xf) === 1;
  if (kind !== TEXT && !isVariable) return undefined;
  const size = isVariable ? 16 : view.getUint32(type + 4, true);
  const texts: string[] = [];
  for (let i = 0, count = valueCount(source, space); i < count; i++) {
    step(source);
    const at = values + i * size;
    texts.push(textAt(source, isVariable ? heapPlace(source, at) : { at, size }));
  }
  return texts;
}

const NO_VALUE = 2;

/** The number of values in a space (IV.A.2.b). */
function valueCount(source: Hdf5Source, at: number): number {
  const { view } = source;
  const isNew = view.getUint8(at) === 2;
  if (isNew && view.getUint8(at + 3) === NO_VALUE) return 0;
  let count = 1;
  for (let i = 0; i < view.getUint8(at + 1); i++) count *= addressAt(source, at + (isNew ? 4 : 8) + i * 8);
  refuseMore(count, { most: IMPORT_LIMITS.maxTensors, of: 'names', subject: 'It has a list of' });
  return count;
}

/** Where a text of any length lies: its length, the address of a heap, and its number there (III.E). */
function heapPlace(source: Hdf5Source, at: number): { at: number; size: number } {
  const { view } = source;
  const size = view.getUint32(at, true);
  if (size === 0) return { at, size };
  const heap = addressAt(source, at + 4);
  const number = view.getUint32(at + 12, true);
  expectMark(source, { at: heap, mark: 'GCOL' });
  const end = heap + addressAt(source, heap + 8);
  for (let object = heap + 16; object + 16 <= end; ) {
    step(source);
    const length = addressAt(source, object + 8);
    if (view.getUint16(object, true) === number) return { at: object + 16, size: Math.min(size, length) };
    object += 16 + Math.ceil(length / 8) * 8;
  }
  throw damaged('a text of its HDF5 structure is missing');
}
