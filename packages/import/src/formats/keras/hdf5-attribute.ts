import type { DataObjects } from 'jsfive';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type CutBudget, spend } from './hdf5-budget.ts';

/** Numbers of the HDF5 file format: messages of an object header (IV.A.2), classes of datatypes (IV.A.2.d). */
const ATTRIBUTE_MESSAGE = 12;
const TEXT_CLASS = 3;
const VARIABLE_LENGTH_CLASS = 9;
const NO_VALUE = 2;

export interface AttributeOptions {
  readonly name: string;
  readonly buffer: ArrayBuffer;
  readonly budget: CutBudget;
}

/**
 * The texts of an object's attribute; `undefined` where it has none of that name, or it is no text. Read here rather than by
 * jsfive, which reads all attributes at once, and for kinds it does not know prints a warning.
 */
export function attributeTexts(
  object: DataObjects,
  { name, buffer, budget }: AttributeOptions,
): readonly string[] | undefined {
  const view = new DataView(buffer);
  for (const message of object.find_msg_type(ATTRIBUTE_MESSAGE)) {
    const attribute = attributeAt(view, message.get('offset_to_message')!);
    if (attribute.name === name) return textsOf(view, { ...attribute, object, budget });
  }
  return undefined;
}

interface Attribute {
  readonly name: string;
  /** Where the descriptions of its type and its shape, and its values, begin. */
  readonly type: number;
  readonly space: number;
  readonly values: number;
}

/** IV.A.2.m. */
function attributeAt(view: DataView, at: number): Attribute {
  const version = view.getUint8(at);
  const [nameSize, typeSize, spaceSize] = [2, 4, 6].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const padded = (size: number) => (version === 1 ? Math.ceil(size / 8) * 8 : size);
  const start = at + (version === 3 ? 9 : 8);
  const type = start + padded(nameSize);
  const space = type + padded(typeSize);
  return {
    name: textAt(view, { at: start, size: nameSize }),
    type,
    space,
    values: space + padded(spaceSize),
  };
}

function textsOf(
  view: DataView,
  { type, space, values, object, budget }: Attribute & { object: DataObjects; budget: CutBudget },
): readonly string[] | undefined {
  const kind = view.getUint8(type) & 0xf;
  const isText = kind === TEXT_CLASS;
  const isVariableText = kind === VARIABLE_LENGTH_CLASS && (view.getUint8(type + 1) & 0xf) === 1;
  if (!isText && !isVariableText) return undefined;
  const size = isText ? view.getUint32(type + 4, true) : 16;
  const texts: string[] = [];
  for (let i = 0, count = countAt(view, space); i < count; i++) {
    const at = values + i * size;
    budget.cuts--;
    spend(budget, isText ? size : 0);
    texts.push(isText ? textAt(view, { at, size }) : variableTextAt(view, { at, object, budget }));
  }
  return texts;
}

/** The number of values in a dataspace (IV.A.2.b). */
function countAt(view: DataView, at: number): number {
  const version = view.getUint8(at);
  if (version === 2 && view.getUint8(at + 3) === NO_VALUE) return 0;
  const start = at + (version === 2 ? 4 : 8);
  let count = 1;
  for (let i = 0; i < view.getUint8(at + 1); i++) count *= Number(view.getBigUint64(start + i * 8, true));
  if (count > IMPORT_LIMITS.maxTensors) {
    const message = `It has a list of ${count} names, and at most ${IMPORT_LIMITS.maxTensors} are read.`;
    throw new ImportError('too-large', message);
  }
  return count;
}

function variableTextAt(
  view: DataView,
  { at, object, budget }: { at: number; object: DataObjects; budget: CutBudget },
): string {
  const size = view.getUint32(at, true);
  if (size === 0) return '';
  const [, data = new ArrayBuffer()] = object._vlen_size_and_data(view.buffer as ArrayBuffer, at);
  spend(budget, data.byteLength);
  return textAt(new DataView(data), { at: 0, size: Math.min(size, data.byteLength) });
}

/** Texts end at a zero byte, or where their place ends. */
function textAt(view: DataView, { at, size }: { at: number; size: number }): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, size);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
}
