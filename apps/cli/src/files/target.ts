import { constants, type Stats } from 'node:fs';
import { access, lstat, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { CommandError, fileProblem } from '../errors.ts';

/** Where the bytes of an output go. */
export type Target =
  | { readonly kind: 'stdout' }
  /** A device or a pipe: there is nothing to replace, so it is written to directly. */
  | { readonly kind: 'special'; readonly path: string }
  | FileTarget;

export interface FileTarget {
  readonly kind: 'file';
  /** Absolute, symbolic links followed: two spellings of one file have one path. */
  readonly path: string;
  /** Permissions of the file that is there now. */
  readonly mode?: number;
  /** The folder that is there, where those from it to the file are to be made. */
  readonly newFoldersIn?: string;
}

export interface FindTargetOptions {
  /** Whether folders that are not there are to be made, however many, as `mkdir -p` does. */
  readonly makesFolders?: boolean;
}

/** Looks at where an output is to go, without changing anything. Throws a CommandError if it cannot go there. */
export async function findTarget(
  given: string,
  cwd: string,
  { makesFolders = false }: FindTargetOptions = {},
): Promise<Target> {
  if (given === '-') return { kind: 'stdout' };
  if (given === '') throw new CommandError('--output: A file name is missing: it is empty.');
  const path = resolve(cwd, given);
  try {
    const stats = await statIfThere(path);
    if (stats?.isDirectory()) throw new CommandError(`${given}: Is a folder. Name a file in it.`);
    if (stats !== undefined && !stats.isFile()) {
      await access(path, constants.W_OK);
      return { kind: 'special', path };
    }
    const file = await fileAt(path, given, makesFolders);
    if (stats === undefined) return file;
    // The file would be replaced, which asks for no permission of its own; but whoever made it read-only meant it.
    await access(path, constants.W_OK);
    return { ...file, mode: stats.mode & 0o7777 };
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    throw new CommandError(`${given}: Cannot be written: ${problem}.`);
  }
}

/** Whether the path of an output is one of a folder, for a file with the usual name: it ends like one, or it is there and has no extension. */
export async function namesFolder(given: string, cwd: string): Promise<boolean> {
  if (given.endsWith('/') || given.endsWith(sep)) return true;
  if (given === '' || given === '-' || extname(given) !== '') return false;
  const stats = await stat(resolve(cwd, given)).catch(() => undefined);
  return stats?.isDirectory() ?? false;
}

async function fileAt(path: string, given: string, makesFolders: boolean): Promise<FileTarget> {
  const end = await followLinks(path);
  const folder = dirname(end);
  let there = folder;
  let stats = await statIfThere(there);
  while (stats === undefined && makesFolders && there !== dirname(there)) {
    there = dirname(there);
    stats = await statIfThere(there);
  }
  const name = there === folder ? shown(folder, given) : there;
  if (stats === undefined) throw new CommandError(`${given}: There is no folder ${name}.`);
  if (!stats.isDirectory()) throw new CommandError(`${given}: ${name} is not a folder.`);
  try {
    await access(there, constants.W_OK | constants.X_OK);
  } catch (error) {
    // A read-only disk is told in the words for the file itself.
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code!)) throw error;
    throw new CommandError(`${given}: No permission to write in the folder ${name}.`);
  }
  const real = await realpath(there);
  return {
    kind: 'file',
    path: join(real, relative(there, end)),
    ...(there !== folder && { newFoldersIn: real }),
  };
}

/** The path that a symbolic link leads to, whether or not there is a file. */
async function followLinks(path: string): Promise<string> {
  let end = path;
  // As many as Linux follows; a circle is already refused by `stat`.
  for (let links = 0; links < 40; links++) {
    const stats = await lstat(end).catch(() => undefined);
    if (!stats?.isSymbolicLink()) return end;
    end = resolve(dirname(end), await readlink(end));
  }
  return end;
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A folder in the words of whoever named the file. */
function shown(folder: string, given: string): string {
  const named = dirname(given);
  return named === '.' ? folder : named;
}
