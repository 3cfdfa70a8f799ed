import { damaged } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { refuseMore } from '../refuse-more.ts';
import { viewOf } from './view-of.ts';

/** A member of a zip archive as the directory at the archive's end has it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes that it claims to unpack to. */
  readonly size: number;
  readonly packedSize: number;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its own header begins. */
  readonly at: number;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_SIZE = 22;
const LOCATOR_64_SIZE = 20;
const MAX_COMMENT = 0xffff;
const FULL = 0xffffffff;

/** What a zip archive's directory lists (PKWARE APPNOTE 4.3.12 to 4.3.16, 4.5.3). Throws an ImportError where it is damaged or lists too much. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const { count, start } = directoryEnd(view);
  refuseMore(count, { most: IMPORT_LIMITS.maxZipMembers, of: 'files', subject: 'It is an archive of' });
  const entries: ZipEntry[] = [];
  for (let i = 0, at = start; i < count; i++) {
    need(view, at, 46);
    if (view.getUint32(at, true) !== ENTRY) throw damaged('its list of files is broken');
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength, extraLength] = lengths as [number, number];
    const end = lengths.reduce((sum, length) => sum + length, at + 46);
    need(view, at, end - at);
    entries.push(entryAt(view, { at, nameLength, extraLength }));
    at = end;
  }
  return entries;
}

/** Names of an archive's members, for recognising what it holds: of one whose end is missing the first name; none where it is no archive. */
export function zipNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 30 || viewOf(bytes).getUint32(0, true) !== LOCAL) return [];
  try {
    return zipDirectory(bytes).map(({ name }) => name);
  } catch {
    const nameLength = viewOf(bytes).getUint16(26, true);
    return [textOf(bytes.subarray(30, 30 + nameLength))];
  }
}

/** What an entry packs, as it lies in the archive. Throws an ImportError where that reaches beyond it. */
export function packedBytes(bytes: Uint8Array, { at, packedSize }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  need(view, at, 30);
  if (view.getUint32(at, true) !== LOCAL) throw damaged('its list of files leads to no file');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  need(view, start, packedSize);
  return bytes.subarray(start, start + packedSize);
}

function directoryEnd(view: DataView): { count: number; start: number } {
  let at = view.byteLength - END_SIZE;
  const least = Math.max(0, at - MAX_COMMENT);
  while (at >= least && view.getUint32(at, true) !== END) at--;
  if (at < least) throw damaged('the end of the archive is missing');
  const count = view.getUint16(at + 10, true);
  const start = view.getUint32(at + 16, true);
  const locator = at - LOCATOR_64_SIZE;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return { count, start };
  const end64 = Number(view.getBigUint64(locator + 8, true));
  need(view, end64, 56);
  if (view.getUint32(end64, true) !== END_64) throw damaged('the end of the archive is broken');
  return {
    count: Number(view.getBigUint64(end64 + 32, true)),
    start: Number(view.getBigUint64(end64 + 48, true)),
  };
}

function entryAt(
  view: DataView,
  { at, nameLength, extraLength }: { at: number; nameLength: number; extraLength: number },
): ZipEntry {
  const extraStart = at + 46 + nameLength;
  const wide = wideNumbers(view, extraStart, extraStart + extraLength);
  // The three fields, in this order, are in the extra field where 32 bits are too few for them.
  const [size, packedSize, offset] = [24, 20, 42].map((field) => {
    const number = view.getUint32(at + field, true);
    return number === FULL ? (wide.shift() ?? number) : number;
  }) as [number, number, number];
  return {
    name: textOf(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
    size,
    packedSize,
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    at: offset,
  };
}

/** The 64-bit numbers of an extra field. */
function wideNumbers(view: DataView, start: number, end: number): number[] {
  let at = start;
  while (at + 4 <= end) {
    const length = view.getUint16(at + 2, true);
    const next = at + 4 + length;
    if (view.getUint16(at, true) === 1 && next <= end) {
      return Array.from({ length: Math.min(3, Math.floor(length / 8)) }, (_, i) =>
        Number(view.getBigUint64(at + 4 + i * 8, true)),
      );
    }
    at = next;
  }
  return [];
}

function need(view: DataView, at: number, length: number): void {
  if (at + length > view.byteLength) throw damaged('a part of the archive is missing');
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
