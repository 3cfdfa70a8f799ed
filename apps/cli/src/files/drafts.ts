import { constants, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError, fileProblem, InterruptedError, isReaderGone } from '../errors.ts';
import type { Io } from '../io.ts';
import { draftName } from './left-drafts.ts';
import type { FileTarget, Target } from './target.ts';

export interface Drafts {
  /** Aborted when somebody asks the process to stop. */
  readonly signal: AbortSignal;
  /** Writes a file beside its target; gives its size. The target stays as it was until `commit`. */
  write(path: string, target: FileTarget, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  /** Puts all drafts in their places. */
  commit(): void;
}

/**
 * Lends out drafts: files that are written beside their targets under names of their own, and take their places together.
 * Whatever ends the work before that, a fault, a crash of `use` or a signal, leaves no draft behind.
 *
 * Signals are listened to only while a draft exists. A boolean of two meshes holds the event loop for seconds, and a
 * listener would have Ctrl-C wait that long; without one the process stops at once, and there is nothing to clear away.
 */
export async function withDrafts<Result>(io: Io, use: (drafts: Drafts) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const drafts = new Map<string, Destination>();
  const folders: string[] = [];
  let stopListening: (() => void) | undefined;

  const discard = () => {
    for (const draft of drafts.keys()) rmSync(draft, { force: true });
    for (const folder of folders.splice(0)) removeIfEmpty(folder);
  };
  const listen = () => {
    stopListening ??= io.onInterrupt((exitCode) => {
      // At once and not in `finally`: launchers such as npx pass a second Ctrl-C on, and that one ends the process.
      discard();
      stopListening?.();
      controller.abort(new InterruptedError(exitCode));
    });
  };

  try {
    return await use({
      signal,
      async write(path, target, chunks) {
        let draft: FileHandle | undefined;
        let writing: Promise<void> | undefined;
        try {
          let size = 0;
          for await (const block of inBlocks(chunks)) {
            signal.throwIfAborted();
            listen();
            draft ??= await orProblem(path, () => {
              folders.unshift(...makeFolders(target));
              return openDraft(target, { path, target: target.path }, drafts);
            });
            const file = draft;
            await writing;
            // `writeFile` goes on from where the last block ended. Meanwhile the next one is made.
            writing = orProblem(path, () => file.writeFile(block));
            writing.catch(ignore);
            size += block.length;
          }
          await writing;
          signal.throwIfAborted();
          const file = draft;
          // Before an old file goes: some file systems only now say that the disk is full, and a power cut must not leave an empty one.
          const replaces = target.mode !== undefined;
          if (file !== undefined && replaces) await orProblem(path, () => file.sync());
          return size;
        } finally {
          await writing?.catch(ignore);
          await draft?.close();
        }
      },
      commit() {
        signal.throwIfAborted();
        for (const [draft, { path, target }] of drafts) {
          try {
            renameSync(draft, target);
          } catch (error) {
            throw problemWith(path, error);
          }
          drafts.delete(draft);
        }
        folders.length = 0;
      },
    });
  } finally {
    discard();
    stopListening?.();
  }
}

/**
 * Writes to a device or a pipe, which has no earlier contents to lose; gives the number of bytes, or `undefined` if whoever
 * reads them went before the end.
 */
export async function writeSpecial(
  path: string,
  target: Target & { kind: 'special' },
  chunks: AsyncIterable<Uint8Array>,
): Promise<number | undefined> {
  const file = await orProblem(path, () => open(target.path, constants.O_WRONLY));
  try {
    let size = 0;
    for await (const block of inBlocks(chunks)) {
      if (!(await orProblem(path, () => isTaken(file.writeFile(block))))) return undefined;
      size += block.length;
    }
    return size;
  } finally {
    await file.close();
  }
}

/** Whether somebody was there to read what was written. */
async function isTaken(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (isReaderGone(error)) return false;
    throw error;
  }
}

/** For a promise that is awaited later, so that a fault in between does not count as nobody's. */
const ignore = () => {};

interface Destination {
  /** As it was given. */
  readonly path: string;
  readonly target: string;
}

/** Makes the folders that a file needs; gives those that were not there, the innermost first. */
function makeFolders({ path, newFoldersIn }: FileTarget): string[] {
  if (newFoldersIn === undefined) return [];
  const missing: string[] = [];
  for (let folder = dirname(path); folder !== newFoldersIn; folder = dirname(folder)) missing.push(folder);
  const made: string[] = [];
  try {
    // One by one: all at once, Node tries for ever where the system says that there is no such folder, as below /proc.
    for (const folder of missing.toReversed()) {
      if (makeFolder(folder)) made.unshift(folder);
    }
  } catch (error) {
    made.forEach(removeIfEmpty);
    throw error;
  }
  return made;
}

/** Whether it had to be made: somebody else may have been quicker. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Somebody else may have put something there meanwhile. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It stays, with what is in it.
  }
}

let count = 0;

async function openDraft(
  target: FileTarget,
  destination: Destination,
  drafts: Map<string, Destination>,
): Promise<FileHandle> {
  for (;;) {
    const name = join(dirname(target.path), draftName(++count));
    // Before it is there, so that a signal in between finds it too.
    drafts.set(name, destination);
    try {
      const file = await open(name, 'wx', 0o666);
      if (target.mode !== undefined) await file.chmod(target.mode);
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      drafts.delete(name);
    }
  }
}

async function orProblem<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw problemWith(path, error);
  }
}

function problemWith(path: string, error: unknown): unknown {
  const problem = isNotMade(error) ? 'the system makes no file there' : fileProblem(error);
  return problem === undefined ? error : new CommandError(`${path}: Cannot be written: ${problem}.`);
}

/** Whether a file that was to be made is missing, as where the folders are not kept on a disk: below /proc, for one. */
function isNotMade(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

const BLOCK_BYTES = 1 << 18;

/** The same bytes in blocks of at least 256 KiB: a 3MF comes as thousands of small chunks, each of which would be a trip to the disk. */
export async function* inBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < BLOCK_BYTES) continue;
    yield waiting.length === 1 ? chunk : Buffer.concat(waiting, size);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}

/** The bytes of a file that is whole. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Writes a file that is whole, at once or not at all. Throws a CommandError if it cannot be written. */
export async function writeWhole(
  bytes: Uint8Array,
  { path, target, io }: { readonly path: string; readonly target: FileTarget; readonly io: Io },
): Promise<void> {
  await withDrafts(io, async (drafts) => {
    await drafts.write(path, target, once(bytes));
    drafts.commit();
  });
}
