import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { NamedFile, TrainedNetwork } from '@neurofab/import';
import { CommandError, InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { startProgress } from '../words/progress.ts';
import { fileLabel, readBytes } from './read-bytes.ts';

export interface ReadTrainedContext {
  readonly io: Io;
  /** The names of layers in their order, where somebody gave it. */
  readonly layerOrder?: readonly string[] | undefined;
  /** Whether no bar is to be shown. */
  readonly quiet?: boolean | undefined;
}

/**
 * The network in files of a trained model and in what lies beside them; a folder stands for the `model.json` in it. Throws a
 * CommandError for files that cannot be read, an InputError for those that give no network.
 */
export async function readTrainedFiles(
  paths: readonly string[],
  { io, layerOrder, quiet = false }: ReadTrainedContext,
): Promise<TrainedNetwork> {
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice !== undefined) throw new CommandError(`${fileLabel(twice)}: Is named twice.`);
  const { IMPORT_LIMITS } = await import('@neurofab/import');
  const places = await Promise.all(paths.map((path) => placeOf(path, io)));
  const all = places.reduce((sum, { size }) => sum + size, 0);
  const progress = quiet ? undefined : await startProgress(io);
  try {
    const files: NamedFile[] = [];
    let read = 0;
    for (const { path } of places) {
      const bytes = await readBytes(path, io, {
        what: WHAT,
        maxBytes: IMPORT_LIMITS.maxBytes,
        onProgress: (count) => progress?.update((READING * (read + count)) / Math.max(all, 1)),
      });
      read += bytes.length;
      files.push(named(path, bytes));
    }
    const onProgress = (done: number) => progress?.update(READING + (1 - READING) * done);
    return await trainedIn(files, places[0]!.path, { io, layerOrder, onProgress });
  } finally {
    progress?.stop();
  }
}

/** The network in files that were read, the first of them from `path`. Throws as `readTrainedFiles` does. */
export async function trainedIn(
  files: readonly NamedFile[],
  path: string,
  { io, layerOrder, onProgress }: ReadTrainedContext & { readonly onProgress?: (done: number) => void },
): Promise<TrainedNetwork> {
  const { IMPORT_LIMITS, ImportError, readTrained } = await import('@neurofab/import');
  try {
    return await readTrained(files, {
      beside: (name) => besideOf(path, { name, io, maxBytes: IMPORT_LIMITS.maxBytes }),
      ...(layerOrder !== undefined && { layerOrder }),
      ...(onProgress !== undefined && { onProgress }),
    });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const message = `${fileLabel(path)}: ${error.message}`;
    throw error.kind === 'damaged' ? new CommandError(message) : new InputError([message]);
  }
}

/** A file by its name without folders. */
export function named(path: string, bytes: Uint8Array): NamedFile {
  return { name: path === '-' ? fileLabel(path) : basename(path), bytes };
}

const WHAT = 'A trained model';

/** The share of the work that is reading bytes. */
const READING = 0.5;

async function placeOf(path: string, { cwd }: Io): Promise<{ readonly path: string; readonly size: number }> {
  if (path === '-') return { path, size: 0 };
  // What cannot be looked at is told when it is read.
  const stats = await stat(resolve(cwd, path)).catch(() => undefined);
  return { path: stats?.isDirectory() ? join(path, 'model.json') : path, size: stats?.size ?? 0 };
}

async function besideOf(
  path: string,
  { name, io, maxBytes }: { readonly name: string; readonly io: Io; readonly maxBytes: number },
): Promise<Uint8Array | undefined> {
  if (path === '-') return undefined;
  const beside = join(dirname(path), name);
  const stats = await stat(resolve(io.cwd, beside)).catch(() => undefined);
  return stats?.isFile() ? readBytes(beside, io, { what: WHAT, maxBytes }) : undefined;
}
