import { type Backend, FileError, type ModelFile } from '@neurofab/core';
import { formatOf, type ReadableBackend } from '@neurofab/job';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { kindOf } from './kind-of.ts';
import { fileLabel, readBytes } from './read-bytes.ts';

/** More than that does not fit in memory together with what is made of it. */
const MAX_MODEL_BYTES = 1_000_000_000;

export interface ReadModel {
  /** Of the file's format. */
  readonly backend: Backend;
  readonly bytes: Uint8Array;
  readonly model: ModelFile;
}

export interface ReadModelContext {
  readonly io: Io;
  /** What can be read. */
  readonly backends: readonly Backend[];
  /** The flag that named the file, if one did. */
  readonly flag?: string;
}

/** What a file holds, read as what its contents look like. Throws a CommandError for a file that cannot be read. */
export async function readModel(path: string, context: ReadModelContext): Promise<ReadModel> {
  return parseModel(await modelBytes(path, context), path, context);
}

/** What a file holds, or no more than its recipe where its start has that. */
export async function readRecipe(path: string, context: ReadModelContext): Promise<ReadModel> {
  const recipeIn = (start: Uint8Array) => backendFor(start, path, context).recipeInStart?.(start);
  const bytes = await modelBytes(path, context, (start) => recipeIn(start) !== undefined);
  const recipe = recipeIn(bytes);
  if (recipe === undefined) return parseModel(bytes, path, context);
  const backend = backendFor(bytes, path, context);
  return { backend, bytes, model: { format: backend.label, bodies: [], recipe } };
}

/** The bytes of a file that may be a model. */
export function modelBytes(
  path: string,
  { io, flag }: ReadModelContext,
  isEnough?: (start: Uint8Array) => boolean,
): Promise<Uint8Array> {
  return readBytes(path, io, {
    what: 'A model',
    maxBytes: MAX_MODEL_BYTES,
    ...(flag !== undefined && { flag }),
    ...(isEnough !== undefined && { isEnough }),
  });
}

/** What bytes hold, read as what they look like. Throws a CommandError where that cannot be. */
export async function parseModel(
  bytes: Uint8Array,
  path: string,
  context: ReadModelContext,
): Promise<ReadModel> {
  if (bytes.length === 0) throw new CommandError(`${fileLabel(path)}: Is empty.`);
  const backend = backendFor(bytes, path, context);
  try {
    return { backend, bytes, model: await backend.read(bytes) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const kind = kindOf(bytes);
    if (kind !== undefined) throw new CommandError(`${fileLabel(path)}: Is ${kind}, no model.`);
    const { extensions, recognises } = backend;
    // It was taken for that format for want of a mark, so its faults as one say little if it does not claim to be one.
    const isGuess = recognises === undefined && !extensions.some((end) => path.toLowerCase().endsWith(end));
    const known = context.backends.map(({ label }) => label).join(', ');
    throw new CommandError(
      `${fileLabel(path)}: ${isGuess ? `Its contents are none of ${known}.` : error.message}`,
    );
  }
}

function backendFor(start: Uint8Array, path: string, { backends }: ReadModelContext): ReadableBackend {
  const backend = formatOf({ start, name: path }, backends);
  if (backend === undefined) throw new CommandError(`${fileLabel(path)}: Is of no format that can be read.`);
  return backend;
}
