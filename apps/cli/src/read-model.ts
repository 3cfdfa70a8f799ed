import { FileError, type ModelFile } from '@neurofab/core';
import { CommandError } from './errors.ts';
import type { Format } from './formats.ts';
import type { Io } from './io.ts';
import { fileLabel, readBytes } from './read-bytes.ts';

/** More than that does not fit in memory together with what is made of it. */
const MAX_MODEL_BYTES = 1_000_000_000;

export interface ReadModel {
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly model: ModelFile;
}

export interface ReadModelContext {
  readonly io: Io;
  readonly formats: readonly Format[];
  /** The flag that named the file, if one did. */
  readonly flag?: string;
}

/** What a file holds, read as what its contents look like. Throws a CommandError for a file that cannot be read. */
export async function readModel(path: string, { io, formats, flag }: ReadModelContext): Promise<ReadModel> {
  const options = { ...(flag !== undefined && { flag }), what: 'A model', maxBytes: MAX_MODEL_BYTES };
  const bytes = await readBytes(path, io, options);
  const format = formats.find(({ backend }) => backend.id === formatId(bytes, path))!;
  try {
    return { format, bytes, model: await format.read(bytes) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new CommandError(`${fileLabel(path)}: ${error.message}`);
  }
}

/** Contents count, not extensions, which only tell source from text STL: people rename files. */
function formatId(bytes: Uint8Array, path: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 2));
  if (start === 'PK') return '3mf';
  return start === '//' || path.toLowerCase().endsWith('.scad') ? 'openscad' : 'stl';
}
