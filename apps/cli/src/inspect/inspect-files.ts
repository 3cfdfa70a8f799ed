import type { Backend } from '@neurofab/core';
import pc from 'picocolors';
import type { InspectRequest } from '../arguments/command-line.ts';
import { EXIT_CODES } from '../errors.ts';
import { eachModel, type UnreadFile } from '../files/each-model.ts';
import { type Io, writeStdout } from '../io.ts';
import { colorDepth } from '../words/color-depth.ts';
import { toJson } from '../words/to-json.ts';
import { type Inspection, inspectModel } from './inspect-model.ts';
import { inspectionText } from './inspection-text.ts';

/** Prints what is in each file and gives the exit code: 1 if a body is not closed. */
export async function inspectFiles(
  { files, json }: InspectRequest,
  io: Io,
  backends: readonly Backend[],
): Promise<number> {
  const colors = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const results = await eachModel(files, { io, backends }, async ({ bytes, model }, path) => {
    const inspection = inspectModel(model, { path, bytes: bytes.length });
    if (!json) await writeStdout(io, inspectionText(inspection, colors));
    return inspection;
  });
  if (json) await writeStdout(io, toJson(results.map(asWritten)));
  if (results.some((result) => 'error' in result)) return EXIT_CODES.command;
  const bodies = results.flatMap((result) => ('bodies' in result ? result.bodies : []));
  return bodies.every(({ closed }) => closed) ? EXIT_CODES.done : EXIT_CODES.input;
}

/** A recipe with what was given of its network, from which all else follows. */
function asWritten(result: Inspection | UnreadFile): object {
  if (!('recipe' in result) || result.recipe === null) return result;
  const { spec, ...recipe } = result.recipe;
  return { ...result, recipe: { ...recipe, spec: spec.given } };
}
