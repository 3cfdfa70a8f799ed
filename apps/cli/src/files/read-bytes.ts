import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, fileProblem, InputError } from '../errors.ts';
import type { Io } from '../io.ts';

export interface ReadOptions {
  /** The flag that named the file, if one did. */
  readonly flag?: string;
  /** What the file is called in a message that it is too large, such as `A spec`. */
  readonly what: string;
  readonly maxBytes: number;
  /** Whether the start of the file is all that is wanted of it; asked once. */
  readonly isEnough?: (start: Uint8Array) => boolean;
  /** Told how many bytes have been read. */
  readonly onProgress?: (bytes: number) => void;
}

/** What to call a file in a message. */
export function fileLabel(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/**
 * The bytes of a file; `-` is standard input. Throws a CommandError for a file that cannot be read, an InputError for one that is
 * too large.
 */
export async function readBytes(path: string, io: Io, options: ReadOptions): Promise<Uint8Array> {
  const { flag } = options;
  if (path === '')
    throw new CommandError(`${flag === undefined ? '' : `${flag}: `}A file name is missing: it is empty.`);
  try {
    return await upToLimit(path === '-' ? io.stdin : createReadStream(resolve(io.cwd, path)), path, options);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    throw new CommandError(
      `${flag === undefined ? '' : `${flag} `}${fileLabel(path)}: Cannot be read: ${problem}.`,
    );
  }
}

/** So many bytes tell what a file is, and hold the header of an STL. */
const START_BYTES = 84;

/** Stops reading as soon as there is too much: a file may be huge, and a pipe or a device may never end. */
async function upToLimit(
  stream: AsyncIterable<Uint8Array | string>,
  path: string,
  { what, maxBytes, isEnough, onProgress }: ReadOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const wasStart = size < START_BYTES;
    size += bytes.length;
    if (size > maxBytes) {
      throw new InputError([
        `${fileLabel(path)}: ${what} has at most ${maxBytes / 1e6} MB, but this is more.`,
      ]);
    }
    chunks.push(bytes);
    onProgress?.(size);
    if (wasStart && size >= START_BYTES && isEnough?.(Buffer.concat(chunks))) break;
  }
  return Buffer.concat(chunks);
}
