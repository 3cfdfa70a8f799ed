import type { Backend } from '@neurofab/core';
import pc from 'picocolors';
import type { InspectRequest } from '../arguments/command-line.ts';
import { CommandError, EXIT_CODES, InputError } from '../errors.ts';
import { fileLabel } from '../files/read-bytes.ts';
import { readModel } from '../files/read-model.ts';
import { type Io, writeStdout } from '../io.ts';
import { colorDepth } from '../words/color-depth.ts';
import { sayFaults } from '../words/messages.ts';
import { toJson } from '../words/to-json.ts';
import { type Inspection, inspectModel } from './inspect-model.ts';
import { inspectionText } from './inspection-text.ts';

/**
 * Prints what is in each file and gives the exit code: 1 if a body is not closed. A file that cannot be read is told as a fault, and
 * the others are inspected all the same.
 */
export async function inspectFiles(
  { files, json }: InspectRequest,
  io: Io,
  backends: readonly Backend[],
): Promise<number> {
  const stdinUses = files.filter((path) => path === '-').length;
  if (stdinUses > 1) {
    throw new CommandError(`Standard input can be read once only, but is named ${stdinUses} times.`);
  }
  const colors = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const results: (Inspection | UnreadFile)[] = [];
  for (const path of files) {
    try {
      const { bytes, model } = await readModel(path, { io, backends });
      const inspection = inspectModel(model, { path: fileLabel(path), bytes: bytes.length });
      results.push(inspection);
      if (!json) await writeStdout(io, inspectionText(inspection, colors));
    } catch (error) {
      if (!(error instanceof CommandError || error instanceof InputError)) throw error;
      results.push({ path: fileLabel(path), error: error.message });
      sayFaults(io, [error.message]);
    }
  }
  if (json) await writeStdout(io, toJson(results.map(asWritten)));
  if (results.some((result) => 'error' in result)) return EXIT_CODES.command;
  const bodies = results.flatMap((result) => ('bodies' in result ? result.bodies : []));
  return bodies.every(({ closed }) => closed) ? EXIT_CODES.done : EXIT_CODES.input;
}

/** What `--json` says of a file that cannot be read. */
interface UnreadFile {
  readonly path: string;
  readonly error: string;
}

/** A recipe with what was given of its network, from which all else follows. */
function asWritten(result: Inspection | UnreadFile): object {
  if (!('recipe' in result) || result.recipe === null) return result;
  const { spec, ...recipe } = result.recipe;
  return { ...result, recipe: { ...recipe, spec: spec.given } };
}
