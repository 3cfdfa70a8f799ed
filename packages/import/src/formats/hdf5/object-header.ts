import { damaged } from '../../import-error.ts';
import { addressAt, expectMark, type Hdf5Source, numberAt, step } from './hdf5-source.ts';

/** A message of an object's header: what kind it is, and where what it says begins. */
export interface Message {
  readonly type: number;
  readonly at: number;
}

/** Kinds of messages (IV.A.2). */
export const MESSAGE = {
  space: 0x01,
  linkInfo: 0x02,
  type: 0x03,
  link: 0x06,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

/** The messages of an object (IV.A.1). */
export function objectMessages(source: Hdf5Source, at: number): readonly Message[] {
  const version = source.view.getUint8(at);
  if (version === 1) return messages(source, firstBlock1(source, at));
  if (version === FIRST_LETTER) return messages(source, firstBlock2(source, at));
  throw damaged('its HDF5 structure leads to no object');
}

/** Of `OHDR`, with which headers of version 2 begin. */
const FIRST_LETTER = 0x4f;

interface Blocks {
  readonly first: { readonly start: number; readonly size: number };
  /** Where the size of a message stands, its flags, and what it says. */
  readonly places: { readonly size: number; readonly flags: number; readonly content: number };
  readonly typeBytes: number;
  /** Of blocks that follow: what stands before and behind their messages. */
  readonly before: number;
  readonly behind: number;
}

function firstBlock1({ view }: Hdf5Source, at: number): Blocks {
  return {
    first: { start: at + 16, size: view.getUint32(at + 8, true) },
    places: { size: 2, flags: 4, content: 8 },
    typeBytes: 2,
    before: 0,
    behind: 0,
  };
}

function firstBlock2(source: Hdf5Source, at: number): Blocks {
  expectMark(source, { at, mark: 'OHDR' });
  const flags = source.view.getUint8(at + 5);
  const sizeAt = at + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const sizeBytes = 1 << (flags & 3);
  return {
    first: { start: sizeAt + sizeBytes, size: numberAt(source, { at: sizeAt, size: sizeBytes }) },
    places: { size: 1, flags: 3, content: flags & 4 ? 6 : 4 },
    typeBytes: 1,
    before: 4,
    behind: 4,
  };
}

/** A message that is kept elsewhere, for several objects. */
const SHARED = 2;

function messages(
  source: Hdf5Source,
  { first, places, typeBytes, before, behind }: Blocks,
): readonly Message[] {
  const { view } = source;
  const found: Message[] = [];
  const blocks = [first];
  for (const { start, size } of blocks) {
    let at = start;
    while (at + places.content <= start + size) {
      step(source);
      const type = numberAt(source, { at, size: typeBytes });
      const content = at + places.content;
      if (type === MESSAGE.continuation) {
        const [next, length] = [addressAt(source, content), addressAt(source, content + 8)];
        blocks.push({ start: next + before, size: length - before - behind });
      } else if ((view.getUint8(at + places.flags) & SHARED) === 0) found.push({ type, at: content });
      at = content + view.getUint16(at + places.size, true);
    }
  }
  return found;
}
