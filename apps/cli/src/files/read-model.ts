import type { Backend, ModelFile } from '@neurofab/core';
import { OPEN_LIMITS, readModel } from '@neurofab/job';
import type { Io } from '../io.ts';
import { opened } from './opened.ts';
import { fileLabel, type ReadOptions, readBytes } from './read-bytes.ts';

/** The bytes of a file that may be a model. */
export function modelBytes(
  path: string,
  io: Io,
  options: Pick<ReadOptions, 'flag' | 'isEnough'> = {},
): Promise<Uint8Array> {
  return readBytes(path, io, { ...options, what: 'A model', maxBytes: OPEN_LIMITS.modelBytes });
}

/** What bytes hold, read as what they look like. Throws a CommandError where that cannot be. */
export function modelIn(
  bytes: Uint8Array,
  { path, backends }: { readonly path: string; readonly backends: readonly Backend[] },
): Promise<ModelFile> {
  return opened({ label: fileLabel(path) }, () => readModel({ name: path, bytes }, backends));
}
