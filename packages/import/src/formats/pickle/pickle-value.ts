import { latin1Bytes } from '../../bytes/latin1.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printable } from '../../text/printable.ts';

/**
 * What a pickle holds, as plain data. Lists, tuples and sets are arrays, dictionaries are Maps, and whatever Python would have
 * made by calling something is a PickleObject that says what would have been called.
 */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PickleValue[]
  | Map<PickleValue, PickleValue>
  | PickleGlobal
  | PickleObject;

/** A class or function by its name, such as `torch.FloatStorage`. */
export interface PickleGlobal {
  readonly kind: 'global';
  readonly name: string;
}

/** An object: `of` with `args`, then its state, and what was added to it as to a list or a dictionary. */
export interface PickleObject {
  readonly kind: 'object';
  readonly of: PickleValue;
  readonly args: PickleValue;
  state?: PickleValue;
  items?: PickleValue[];
  entries?: Map<PickleValue, PickleValue>;
}

/** Whether a value is an object that Python would have made. */
export function isObject(value: PickleValue | undefined): value is PickleObject {
  return isRecord(value) && value.kind === 'object';
}

/** Whether a value is a class or function. */
export function isGlobal(value: PickleValue | undefined): value is PickleGlobal {
  return isRecord(value) && value.kind === 'global';
}

/** The name of what an object was made by, such as `collections.OrderedDict`; empty for all that is no such object. */
export function madeBy(value: PickleValue | undefined): string {
  if (!isObject(value) || !isGlobal(value.of)) return '';
  // Old protocols call a function that makes an object of the class that is given to it.
  const [made] = /^copy_?reg\._(reconstructor|_newobj__)$/.test(value.of.name) ? argsOf(value) : [];
  return isGlobal(made) ? made.name : value.of.name;
}

/** A name without the packages in front of it. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What an object was made with; nothing for all that is no object. */
export function argsOf(value: PickleValue | undefined): readonly PickleValue[] {
  return isObject(value) && Array.isArray(value.args) ? value.args : [];
}

/** The attributes of an object; none where it has none. */
export function attributesOf(value: PickleValue | undefined): ReadonlyMap<PickleValue, PickleValue> {
  const state = isObject(value) ? value.state : undefined;
  // Objects with __slots__ have a pair: attributes, slots.
  const attributes = Array.isArray(state) ? state[0] : state;
  return attributes instanceof Map ? attributes : new Map();
}

/** Whether a value is a dictionary of any class. */
export function isDictionary(value: PickleValue | undefined): boolean {
  if (!isObject(value)) return value instanceof Map;
  return value.entries !== undefined || madeBy(value).endsWith('Dict');
}

/** What a dictionary of any class holds; `undefined` for all that is none. */
export function entriesOf(value: PickleValue | undefined): ReadonlyMap<PickleValue, PickleValue> | undefined {
  if (value instanceof Map) return value;
  if (!isObject(value) || !isDictionary(value)) return undefined;
  if (value.entries !== undefined) return value.entries;
  // Python 2 makes an OrderedDict of a list of pairs.
  const [pairs] = argsOf(value);
  const isList = Array.isArray(pairs) && pairs.length <= IMPORT_LIMITS.maxTensors;
  return new Map(isList ? pairs.flatMap((pair) => (isPair(pair) ? [pair] : [])) : []);
}

/** Bytes, as all protocols have them; `undefined` for what is none. */
export function bytesOf(value: PickleValue | undefined): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  // Python 3 writes bytes for Python 2 as text in Latin-1, a letter a byte; Python 2 has no other texts.
  const [text] =
    typeof value === 'string' ? [value] : WRAPPERS_OF_BYTES.has(madeBy(value)) ? argsOf(value) : [];
  if (text instanceof Uint8Array) return text;
  return typeof text === 'string' ? latin1Bytes(text) : undefined;
}

const WRAPPERS_OF_BYTES: ReadonlySet<string> = new Set([
  '_codecs.encode',
  'builtins.bytearray',
  '__builtin__.bytearray',
]);

/** What somebody who wrote the Python knows a value as, such as `a dictionary (epoch, loss)`. */
export function describe(value: PickleValue | undefined): string {
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'a number';
  if (value instanceof Uint8Array) return 'bytes';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isGlobal(value)) return printable(value.name);
  const name = madeBy(value);
  const entries = entriesOf(value);
  if (entries === undefined) return name === '' ? 'nothing' : printable(name);
  const keys = firstOf(entries.keys(), 5).map((key) => printable(nameOf(key), 40));
  return `a dictionary (${keys.join(', ')}${entries.size > 5 ? ', …' : ''})`;
}

/** As many of the first, without a look at the others: a small pickle may have a huge dictionary in many places. */
export function firstOf<Item>(items: Iterable<Item>, most: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length === most) break;
    first.push(item);
  }
  return first;
}

/** The text of a key or a name. What is none becomes `…`: a list of lists of lists, as text, might never end. */
export function nameOf(key: PickleValue | undefined): string {
  return typeof key === 'string' || typeof key === 'number' ? String(key) : '…';
}

function isRecord(value: PickleValue | undefined): value is PickleGlobal | PickleObject {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function isPair(value: PickleValue): value is [PickleValue, PickleValue] {
  return Array.isArray(value) && value.length === 2;
}
