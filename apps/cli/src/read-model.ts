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
export async function readModel(path: string, context: ReadModelContext): Promise<ReadModel> {
  return parseModel(await bytesOf(path, context), path, context);
}

/** What a file holds, or no more than its recipe where its start has that. */
export async function readRecipe(path: string, context: ReadModelContext): Promise<ReadModel> {
  const recipeIn = (start: Uint8Array) => formatOf(start, path, context).recipeInStart?.(start);
  const bytes = await bytesOf(path, context, (start) => recipeIn(start) !== undefined);
  const recipe = recipeIn(bytes);
  if (recipe === undefined) return parseModel(bytes, path, context);
  const format = formatOf(bytes, path, context);
  return { format, bytes, model: { format: format.backend.label, bodies: [], recipe } };
}

function bytesOf(
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

async function parseModel(bytes: Uint8Array, path: string, context: ReadModelContext): Promise<ReadModel> {
  if (bytes.length === 0) throw new CommandError(`${fileLabel(path)}: Is empty.`);
  const format = formatOf(bytes, path, context);
  try {
    return { format, bytes, model: await format.read(bytes) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { extensions } = format.backend;
    // It was taken for that format for want of a mark, so its faults as one say little if it does not claim to be one.
    const isGuess =
      format.recognises === undefined && !extensions.some((end) => path.toLowerCase().endsWith(end));
    const known = context.formats.map(({ backend }) => backend.label).join(', ');
    throw new CommandError(
      `${fileLabel(path)}: ${isGuess ? `Its contents are none of ${known}.` : error.message}`,
    );
  }
}

function formatOf(start: Uint8Array, path: string, { formats }: ReadModelContext): Format {
  const format =
    formats.find(({ recognises }) => recognises?.(start, path)) ??
    formats.find(({ recognises }) => recognises === undefined);
  if (format === undefined) throw new CommandError(`${fileLabel(path)}: Is of no format that can be read.`);
  return format;
}
