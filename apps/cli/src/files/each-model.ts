import { CommandError, InputError } from '../errors.ts';
import { sayFaults } from '../words/messages.ts';
import { fileLabel } from './read-bytes.ts';
import { type ReadModel, type ReadModelContext, readModel } from './read-model.ts';

/** What `--json` says of a file that cannot be read. */
export interface UnreadFile {
  readonly path: string;
  readonly error: string;
}

/**
 * What comes of each file. One that cannot be read is told as a fault, and the others are looked at all the same. Throws a CommandError
 * where standard input is named more than once.
 */
export async function eachModel<Result>(
  files: readonly string[],
  context: ReadModelContext,
  look: (model: ReadModel, path: string) => Promise<Result>,
): Promise<(Result | UnreadFile)[]> {
  const stdinUses = files.filter((path) => path === '-').length;
  if (stdinUses > 1) {
    throw new CommandError(`Standard input can be read once only, but is named ${stdinUses} times.`);
  }
  const results: (Result | UnreadFile)[] = [];
  for (const file of files) {
    const path = fileLabel(file);
    try {
      results.push(await look(await readModel(file, context), path));
    } catch (error) {
      if (!(error instanceof CommandError || error instanceof InputError)) throw error;
      results.push({ path, error: error.message });
      sayFaults(context.io, [error.message]);
    }
  }
  return results;
}
