import { damaged } from '../../import-error.ts';
import { fieldsOf, textOf } from './fields.ts';
import { lengthy, type Message } from './parse-model.ts';

/** Where a tensor's numbers lie in another file. */
export interface Place {
  /** Its name. */
  readonly file: string;
  readonly offset: number;
  /** Up to the end where it is left out. */
  readonly length?: number;
}

/** Where a TensorProto's numbers lie; `undefined` where they lie in the file itself. */
export function placeOf(tensor: Message): Place | undefined {
  if (tensor.find(({ tag }) => tag === 14)?.number !== 1) return undefined;
  const entries = new Map(lengthy(tensor, 13).slice(0, MOST_ENTRIES).map(entryOf));
  const length = entries.get('length');
  return {
    file: (entries.get('location') ?? '').replace(/^\.\//, ''),
    offset: wholeNumber(entries.get('offset') ?? '0'),
    ...(length !== undefined && { length: wholeNumber(length) }),
  };
}

/** Location, offset, length, checksum and base path; each stands once. */
const MOST_ENTRIES = 16;

function entryOf(entry: Uint8Array): [key: string, value: string] {
  const texts = ['', '', ''];
  for (const { tag, bytes } of fieldsOf(entry))
    if (tag < 3 && bytes !== undefined) texts[tag] = textOf(bytes);
  return [texts[1]!, texts[2]!];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw damaged('a place in another file is no number');
  return Number(text);
}
