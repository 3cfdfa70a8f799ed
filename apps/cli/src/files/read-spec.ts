import { OPEN_LIMITS, parseSpec } from '@neurofab/job';
import type { Io } from '../io.ts';
import { opened } from './opened.ts';
import { fileLabel, readBytes } from './read-bytes.ts';

export interface SpecFile {
  /** What to call it in a message. */
  readonly label: string;
  /** Any JSON value. */
  readonly contents: unknown;
}

/** The JSON in a spec file; `-` is standard input. Throws a CommandError for a file that cannot be read, an InputError for contents that are not JSON. */
export async function readSpec(path: string, io: Io): Promise<SpecFile> {
  const limits = { flag: '--spec', what: 'A spec', maxBytes: OPEN_LIMITS.specBytes };
  return specIn(await readBytes(path, io, limits), fileLabel(path));
}

/** The JSON in the bytes of a spec file. Throws an InputError for what is not JSON. */
export async function specIn(bytes: Uint8Array, label: string): Promise<SpecFile> {
  return { label, contents: await opened({ label }, () => parseSpec(bytes)) };
}
