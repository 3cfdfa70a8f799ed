import pc from 'picocolors';
import { colorDepth } from './color-depth.ts';
import type { InspectRequest } from './command-line.ts';
import { CommandError, EXIT_CODES, InputError } from './errors.ts';
import type { Format } from './formats.ts';
import { type Inspection, inspectModel } from './inspect-model.ts';
import { inspectionText } from './inspection-text.ts';
import { type Io, writeStdout } from './io.ts';
import { sayFaults } from './messages.ts';
import { fileLabel } from './read-bytes.ts';
import { readModel } from './read-model.ts';
import { toJson } from './to-json.ts';

/**
 * Prints what is in each file and gives the exit code: 1 if a body is not closed. A file that cannot be read is told as a fault, and
 * the others are inspected all the same.
 */
export async function inspectFiles(
  { files, json }: InspectRequest,
  io: Io,
  formats: readonly Format[],
): Promise<number> {
  const stdinUses = files.filter((path) => path === '-').length;
  if (stdinUses > 1) {
    throw new CommandError(`Standard input can be read once only, but is named ${stdinUses} times.`);
  }
  const colors = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const results: (Inspection | UnreadFile)[] = [];
  for (const path of files) {
    try {
      const { bytes, model } = await readModel(path, { io, formats });
      const inspection = inspectModel(model, { path: fileLabel(path), bytes: bytes.length });
      results.push(inspection);
      if (!json) await writeStdout(io, inspectionText(inspection, colors));
    } catch (error) {
      if (!(error instanceof CommandError || error instanceof InputError)) throw error;
      results.push({ path: fileLabel(path), error: error.message });
      sayFaults(io, [error.message]);
    }
  }
  if (json) await writeStdout(io, toJson(results));
  if (results.some((result) => 'error' in result)) return EXIT_CODES.command;
  const bodies = results.flatMap((result) => ('bodies' in result ? result.bodies : []));
  return bodies.every(({ closed }) => closed) ? EXIT_CODES.done : EXIT_CODES.input;
}

/** What `--json` says of a file that cannot be read. */
interface UnreadFile {
  readonly path: string;
  readonly error: string;
}
