import { dirname } from 'node:path';
import type { BatchRequest } from '../arguments/command-line.ts';
import { CommandError } from '../errors.ts';
import { inFolder } from '../files/outputs.ts';
import { type FileTarget, findTarget } from '../files/target.ts';
import type { Io } from '../io.ts';

/** The name of the file that notes what was written. */
export const BATCH_RECORD = '.neurofab-batch.json';

/** The folder that a set goes to. */
export interface BatchFolder {
  /** As it was given; the one that the command runs in is ''. */
  readonly path: string;
  /** Absolute, links followed. */
  readonly root: string;
  /** Where what was written is noted. */
  readonly record: FileTarget;
}

/** The folder that a set is to go to, which need not be there. Throws a CommandError for one that cannot be written to, and for more than one. */
export async function findBatchFolder(
  { outputs }: Pick<BatchRequest, 'outputs'>,
  io: Io,
): Promise<BatchFolder> {
  if (outputs.length > 1) {
    throw new CommandError(`A set goes into one folder, but --output names ${outputs.length}.`);
  }
  const [path = ''] = outputs;
  const record = await findOwnFile(inFolder(path, BATCH_RECORD), io);
  return { path, root: dirname(record.path), record };
}

/** Where a file of a set goes that no row asks for. Throws a CommandError where it cannot be written. */
export async function findOwnFile(path: string, io: Io): Promise<FileTarget> {
  const target = await findTarget(path, io.cwd, { makesFolders: true });
  if (target.kind === 'file') return target;
  throw new CommandError(`${path}: Is no file. Name another folder with --output.`);
}
