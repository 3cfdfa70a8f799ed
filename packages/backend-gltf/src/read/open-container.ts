import { FileError } from '@neurofab/core';
import { fileFault } from './file-fault.ts';
import { isGlb } from './is-glb.ts';
import { READ_LIMITS } from './limits.ts';

/** What a GLB contains, before anything of it is understood. */
export interface Container {
  readonly json: string;
  /** The data of the binary chunk; empty where there is none. */
  readonly binary: Uint8Array;
}

const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

/** Takes a GLB apart into its chunks; those of other kinds are passed over, as the format wants it. */
export function openContainer(bytes: Uint8Array): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkHeader(bytes, view);
  let json: string | undefined;
  let binary: Uint8Array | undefined;
  for (let at = HEADER_BYTES; at < bytes.length; ) {
    if (bytes.length - at < CHUNK_HEADER_BYTES) throw cutOff();
    const length = view.getUint32(at, true);
    const kind = view.getUint32(at + 4, true);
    at += CHUNK_HEADER_BYTES;
    if (length > bytes.length - at) throw cutOff();
    const data = bytes.subarray(at, at + length);
    if (json === undefined) {
      if (kind !== JSON_CHUNK)
        throw new FileError('The first chunk of this GLB is not the JSON that belongs there.');
      json = decode(data);
    } else if (kind === BINARY_CHUNK) {
      binary ??= data;
    }
    at += length;
  }
  if (json === undefined) throw new FileError('This GLB has no JSON in it.');
  return { json, binary: binary ?? new Uint8Array(0) };
}

function checkHeader(bytes: Uint8Array, view: DataView): void {
  if (view.byteLength < HEADER_BYTES || !isGlb(bytes)) {
    throw new FileError('This is no GLB: it does not start with "glTF" and a header of 12 bytes.');
  }
  const version = view.getUint32(4, true);
  if (version !== 2) throw new FileError(`This GLB is of version ${version}, but only version 2 is read.`);
  const length = view.getUint32(8, true);
  if (length === view.byteLength) return;
  const fault = length > view.byteLength ? 'it is cut off' : 'something was added';
  throw new FileError(`This GLB says that it has ${length} bytes, but has ${view.byteLength}: ${fault}.`);
}

function cutOff(): FileError {
  return new FileError('A chunk of this GLB is longer than the file: it is damaged.');
}

function decode(data: Uint8Array): string {
  if (data.length > READ_LIMITS.jsonBytes) {
    throw fileFault('The JSON', `has ${data.length} bytes, but at most ${READ_LIMITS.jsonBytes} are read`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    throw fileFault('The JSON', 'is no text in UTF-8');
  }
}
