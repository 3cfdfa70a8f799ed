import { CommandError, InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { sayFaults } from '../words/messages.ts';
import { fileLabel } from './read-bytes.ts';

/** What `--json` says of a file that cannot be read. */
export interface UnreadFile {
  readonly path: string;
  readonly error: string;
}

/**
 * What comes of each file. One that cannot be read is told as a fault, and the others are looked at all the same. Throws a CommandError
 * where standard input is named more than once.
 */
export async function eachFile<Result>(
  files: readonly string[],
  io: Io,
  look: (file: string, path: string) => Promise<Result>,
): Promise<(Result | UnreadFile)[]> {
  const stdinUses = files.filter((path) => path === '-').length;
  if (stdinUses > 1) {
    throw new CommandError(`Standard input can be read once only, but is named ${stdinUses} times.`);
  }
  const results: (Result | UnreadFile)[] = [];
  for (const file of files) {
    const path = fileLabel(file);
    try {
      results.push(await look(file, path));
    } catch (error) {
      if (!(error instanceof CommandError || error instanceof InputError)) throw error;
      results.push({ path, error: error.message });
      sayFaults(io, [error.message]);
    }
  }
  return results;
}
