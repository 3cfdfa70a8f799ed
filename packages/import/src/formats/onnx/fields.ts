import { PbfReader } from 'pbf';
import { damaged, type ImportError } from '../../import-error.ts';

/** A field of a protobuf message: bytes where it has a length, else a number. */
export interface Field {
  readonly tag: number;
  readonly bytes: Uint8Array | undefined;
  /** Zero for bytes. Numbers of 32 and 64 bits are floats in ONNX, and those of variable length are signed integers. */
  readonly number: number;
}

/** The fields of a protobuf message, in their order. Throws an ImportError where one leads beyond its end. */
export function* fieldsOf(message: Uint8Array): Generator<Field> {
  const reader = new PbfReader(message);
  while (reader.pos < message.length) {
    refuseEarlyEnd(message, reader.pos);
    const tag = reader.nextField();
    const field = { tag, ...readValue(reader) };
    if (tag === 0 || reader.pos > message.length) throw cutOff();
    yield field;
  }
}

/** Whole numbers of a list, each in a field of its own or many in one. Throws an ImportError where there are more than `most`. */
export function integersOf({ bytes, number }: Field, most: number): number[] {
  if (bytes === undefined) return [number];
  const reader = new PbfReader(bytes);
  const result: number[] = [];
  while (reader.pos < bytes.length) {
    refuseEarlyEnd(bytes, reader.pos);
    if (result.length === most) throw cutOff();
    result.push(reader.readVarint(true));
  }
  return result;
}

/** The text that bytes are. */
export function textOf(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

const UTF8 = new TextDecoder();

/** The kinds of fields, as protobuf numbers them. */
const KIND = { integer: 0, eightBytes: 1, bytes: 2, fourBytes: 5 } as const;

function readValue(reader: PbfReader): Omit<Field, 'tag'> {
  const left = reader.length - reader.pos;
  const value = (number: number) => ({ bytes: undefined, number });
  switch (reader.type) {
    case KIND.bytes:
      refuseEarlyEnd(reader.buf, reader.pos);
      return { bytes: reader.readBytes(), number: 0 };
    case KIND.integer:
      refuseEarlyEnd(reader.buf, reader.pos);
      return value(reader.readVarint(true));
    case KIND.fourBytes:
      if (left >= 4) return value(reader.readFloat());
      break;
    case KIND.eightBytes:
      if (left >= 8) return value(reader.readDouble());
      break;
  }
  throw cutOff();
}

/** An integer of variable length has at most ten bytes, of which the last one is below 128. */
function refuseEarlyEnd(bytes: Uint8Array, at: number): void {
  const most = Math.min(bytes.length, at + 10);
  for (let i = at; i < most; i++) if (bytes[i]! < 0x80) return;
  throw cutOff();
}

function cutOff(): ImportError {
  return damaged('it ends too early, or a length in it is wrong');
}
