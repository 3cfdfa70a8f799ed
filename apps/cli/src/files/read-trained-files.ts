import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { NamedFile, TrainedNetwork } from '@neurofab/import';
import { shortSize } from '@neurofab/words';
import { CommandError, InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { fileLabel, readBytes } from './read-bytes.ts';

/** Files of a trained model that were read, and where the first of them lies. */
export interface ModelFiles {
  readonly files: readonly NamedFile[];
  readonly path: string;
}

/** Reads files of a trained model; a folder stands for the `model.json` in it. Throws a CommandError for files that cannot be read, an InputError for too much. */
export async function readModelFiles(
  paths: readonly string[],
  { io, onProgress }: { readonly io: Io; readonly onProgress?: (done: number) => void },
): Promise<ModelFiles> {
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice !== undefined) throw new CommandError(`${fileLabel(twice)}: Is named twice.`);
  const { IMPORT_LIMITS } = await import('@neurofab/import');
  const places = await Promise.all(paths.map((path) => placeOf(path, io)));
  const all = places.reduce((sum, { size }) => sum + size, 0);
  // Before anything is read of what is too much anyway.
  if (all > IMPORT_LIMITS.maxBytes)
    throw new InputError([`${fileLabel(paths[0]!)}: ${tooLarge(all, IMPORT_LIMITS.maxBytes)}`]);
  const files: NamedFile[] = [];
  let read = 0;
  for (const { path } of places) {
    const bytes = await readBytes(path, io, {
      what: WHAT,
      maxBytes: IMPORT_LIMITS.maxBytes,
      onProgress: (count) => onProgress?.((read + count) / Math.max(all, read + count)),
    });
    read += bytes.length;
    files.push({ name: path === '-' ? fileLabel(path) : basename(path), bytes });
  }
  return { files, path: places[0]!.path };
}

export interface ReadTrainedContext {
  readonly io: Io;
  /** The names of layers in their order, where somebody gave it. */
  readonly layerOrder?: readonly string[] | undefined;
  readonly onProgress?: (done: number) => void;
}

/** The network in files and in what lies beside the first. Throws a CommandError for damaged files, an InputError for those that give no network. */
export async function trainedIn(
  { files, path }: ModelFiles,
  { io, layerOrder, onProgress }: ReadTrainedContext,
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

const WHAT = 'A trained model';

function tooLarge(bytes: number, most: number): string {
  return `${WHAT} has at most ${shortSize(most)}, but this has ${shortSize(bytes)}.`;
}

/** Whether a path leads to a folder. */
export async function isFolder(path: string, io: Io): Promise<boolean> {
  return path !== '-' && ((await statsOf(path, io))?.isDirectory() ?? false);
}

async function placeOf(path: string, io: Io): Promise<{ readonly path: string; readonly size: number }> {
  if (await isFolder(path, io)) return placeOf(join(path, 'model.json'), io);
  return { path, size: path === '-' ? 0 : ((await statsOf(path, io))?.size ?? 0) };
}

/** `undefined` for what cannot be looked at, which is told when it is read. */
async function statsOf(path: string, { cwd }: Io): Promise<Stats | undefined> {
  return stat(resolve(cwd, path)).catch(() => undefined);
}

async function besideOf(
  path: string,
  { name, io, maxBytes }: { readonly name: string; readonly io: Io; readonly maxBytes: number },
): Promise<Uint8Array | undefined> {
  if (path === '-') return undefined;
  const beside = join(dirname(path), name);
  return (await statsOf(beside, io))?.isFile() ? readBytes(beside, io, { what: WHAT, maxBytes }) : undefined;
}
