import { ByteBuffer } from 'flatbuffers';
import { damaged } from '../../import-error.ts';
import { refuseMore } from '../../refuse-more.ts';

/** A table of a flatbuffer: fields by their numbers in the schema, each of which may be left out. */
export interface Table {
  readonly buffer: ByteBuffer;
  readonly at: number;
}

/** The table that a flatbuffer is. All that is read of it is checked to lie within its bytes; else an ImportError is thrown. */
export function rootTable(bytes: Uint8Array): Table {
  return tableAt(new ByteBuffer(bytes), 0);
}

/** A table in a field. */
export function tableIn({ buffer, at }: Table, field: number): Table | undefined {
  const place = placeOf({ buffer, at }, { field, size: 4 });
  return place === undefined ? undefined : tableAt(buffer, place);
}

/** Tables in a field, of which there may be `most`. */
export function tablesIn(table: Table, field: number, most: number): readonly Table[] {
  const { start, length } = vectorIn(table, { field, size: 4 });
  refuseMore(length, { most, of: 'parts', subject: 'It has a list of' });
  return Array.from({ length }, (_, i) => tableAt(table.buffer, start + 4 * i));
}

/** The bytes in a field; none where it is left out. */
export function bytesIn(table: Table, field: number): Uint8Array {
  const { start, length } = vectorIn(table, { field, size: 1 });
  return table.buffer.bytes().subarray(start, start + length);
}

/** Whole numbers of 32 bits in a field, of which there may be `most`. */
export function integersIn(table: Table, field: number, most: number): readonly number[] {
  const { start, length } = vectorIn(table, { field, size: 4 });
  refuseMore(length, { most, of: 'parts', subject: 'It has a list of' });
  return Array.from({ length }, (_, i) => table.buffer.readInt32(start + 4 * i));
}

/** A number in a field, 0 where it is left out. */
export function numberIn(table: Table, field: number, kind: 'byte' | 'integer'): number {
  const place = placeOf(table, { field, size: kind === 'byte' ? 1 : 4 });
  if (place === undefined) return 0;
  return kind === 'byte' ? table.buffer.readInt8(place) : table.buffer.readInt32(place);
}

/** A vector in a field, of things that take `size` bytes each. */
export function vectorIn(
  table: Table,
  { field, size }: { readonly field: number; readonly size: number },
): { readonly start: number; readonly length: number } {
  const { buffer } = table;
  const place = placeOf(table, { field, size: 4 });
  if (place === undefined) return { start: 0, length: 0 };
  const at = place + buffer.readUint32(place);
  check(buffer, { at, size: 4 });
  const length = buffer.readUint32(at);
  check(buffer, { at: at + 4, size: length * size });
  return { start: at + 4, length };
}

/** The table that the offset at `place` leads to. */
function tableAt(buffer: ByteBuffer, place: number): Table {
  check(buffer, { at: place, size: 4 });
  const at = place + buffer.readUint32(place);
  check(buffer, { at, size: 4 });
  // How long its list of fields is stands there, and where its fields lie.
  const fields = at - buffer.readInt32(at);
  check(buffer, { at: fields, size: 4 });
  check(buffer, { at: fields, size: buffer.readUint16(fields) });
  return { buffer, at };
}

function placeOf(
  { buffer, at }: Table,
  { field, size }: { readonly field: number; readonly size: number },
): number | undefined {
  const offset = buffer.__offset(at, 4 + 2 * field) & 0xffff;
  if (offset === 0) return undefined;
  check(buffer, { at: at + offset, size });
  return at + offset;
}

function check(buffer: ByteBuffer, { at, size }: { readonly at: number; readonly size: number }): void {
  if (at >= 0 && at + size <= buffer.capacity()) return;
  throw damaged('it ends too early, or an offset in it is wrong');
}
