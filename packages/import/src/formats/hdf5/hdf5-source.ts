import { hasMark } from '../../bytes/has-mark.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import type { Limit } from '../../refuse-more.ts';

/** An HDF5 file's bytes, and how much work may still be done for it. */
export interface Hdf5Source {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly left: WorkLeft;
}

/** Counted down. A file may lead anywhere in itself, also in circles, so that its size is no limit of the work. */
export interface WorkLeft {
  /** Messages, links, and nodes and entries of trees and heaps that are looked at. */
  steps: number;
  /** Bytes of texts, which may overlap. */
  textBytes: number;
  /** Numbers, those that chunks hold beyond a tensor's edge included. */
  numbers: number;
  chunks: number;
}

/** Of all tensors together. */
export const MOST_NUMBERS: Limit = {
  most: IMPORT_LIMITS.maxBytes / Float32Array.BYTES_PER_ELEMENT,
  of: 'weights',
};

/** The address that leads nowhere. */
export const NOWHERE: bigint = 2n ** 64n - 1n;

/** Takes one step. Throws an ImportError where there have been too many. */
export function step({ left }: Hdf5Source): void {
  left.steps--;
  if (left.steps < 0) throw tooMuchWork();
}

/** The refusal of a file that makes more work than any network. */
function tooMuchWork(): ImportError {
  return new ImportError(
    'too-large',
    'Its HDF5 structure is larger than that of any network that can be drawn.',
  );
}

/** Throws an ImportError unless four letters stand at a place. */
export function expectMark({ bytes }: Hdf5Source, { at, mark }: { at: number; mark: string }): void {
  if (!hasMark(bytes, mark, at)) throw damaged(`its HDF5 structure lacks a ${mark}`);
}

/** An address or a length. */
export function addressAt({ view }: Hdf5Source, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** A number of up to eight bytes. */
export function numberAt({ view }: Hdf5Source, { at, size }: { at: number; size: number }): number {
  let number = 0;
  for (let i = size - 1; i >= 0; i--) number = number * 256 + view.getUint8(at + i);
  return number;
}

/** A text, which ends at a zero byte or where its place ends. */
export function textAt({ bytes, left }: Hdf5Source, { at, size }: { at: number; size: number }): string {
  if (at + size > bytes.length) throw new RangeError('The text is not in the file.');
  const place = bytes.subarray(at, at + size);
  const end = place.indexOf(0);
  const text = end === -1 ? place : place.subarray(0, end);
  left.textBytes -= text.length;
  if (left.textBytes < 0) throw tooMuchWork();
  return UTF8.decode(text);
}

const UTF8 = new TextDecoder();
