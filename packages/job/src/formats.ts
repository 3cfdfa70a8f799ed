import { threeMf } from '@neurofab/backend-3mf';
import { glb } from '@neurofab/backend-gltf';
import { openScad } from '@neurofab/backend-openscad';
import { stl } from '@neurofab/backend-stl';
import type { Backend } from '@neurofab/core';
import { gif, png } from '@neurofab/picture';
import type { Flavor } from '@neurofab/printers';

/** Makes a backend, set up for a printer as far as the format goes into that. */
export type Format = (options?: FormatOptions) => Backend;

export interface FormatOptions {
  /** One of the backend's flavours, for those who have some. */
  readonly flavor?: Flavor | undefined;
  /** Where the middle of the model is to stand. */
  readonly bedCenter?: readonly [x: number, y: number] | undefined;
  /** Pixels a side of a picture. */
  readonly size?: number | undefined;
}

/** All formats; the first is what is written when nothing is asked for. */
export const FORMATS: readonly Format[] = [threeMf, stl, openScad, glb, png, gif];

/** What people call a format: its extension without the dot, and its id. */
export function formatNames({ id, extensions }: Backend): readonly [string, ...string[]] {
  const extension = extensions[0].slice(1);
  return extension === id ? [extension] : [extension, id];
}

/** A backend that can read its files. */
export type ReadableBackend = Backend & Required<Pick<Backend, 'read'>>;

/** What tells of which format a file is. */
export interface FileStart {
  /** Its first bytes: 84 are enough. */
  readonly start: Uint8Array;
  readonly name: string;
}

/** The format of a file: one whose mark it has, or else the one whose files have none. `undefined` if there is none such. */
export function formatOf(
  { start, name }: FileStart,
  backends: readonly Backend[],
): ReadableBackend | undefined {
  const readable = backends.filter((backend): backend is ReadableBackend => backend.read !== undefined);
  return (
    readable.find(({ recognises }) => recognises?.(start, name)) ??
    readable.find(({ recognises }) => recognises === undefined)
  );
}
