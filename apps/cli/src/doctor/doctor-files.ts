import { type Backend, NETWORK_LIMITS } from '@neurofab/core';
import { parseNumber, toJson } from '@neurofab/core/internal';
import { quoted } from '@neurofab/words';
import pc from 'picocolors';
import type { DoctorRequest } from '../arguments/command-line.ts';
import { printerNamed } from '../arguments/printer-named.ts';
import { CommandError, EXIT_CODES } from '../errors.ts';
import { eachFile, type UnreadFile } from '../files/each-file.ts';
import { modelBytes, modelIn } from '../files/read-model.ts';
import { type Io, writeStdout } from '../io.ts';
import { colorDepth } from '../words/color-depth.ts';
import { diagnosisText, fileFindingText } from './diagnosis-text.ts';
import { type Diagnosis, doctorModel } from './doctor-model.ts';

/** Prints what may go wrong when each file is printed, and gives the exit code: 1 if something will. */
export async function doctorFiles(
  request: DoctorRequest,
  io: Io,
  backends: readonly Backend[],
): Promise<number> {
  const options = { printer: printerNamed(request), layerHeight: layerHeightOf(request) };
  const colors = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const results = await eachFile(request.files, io, async (file, path) => {
    const model = await modelIn(await modelBytes(file, io), { path: file, backends });
    const diagnosis = doctorModel(model, path, options);
    if (!request.json) await writeStdout(io, diagnosisText(diagnosis, colors));
    return diagnosis;
  });
  if (request.json) await writeStdout(io, toJson(results.map(asWritten)));
  if (results.some((result) => 'error' in result)) return EXIT_CODES.command;
  const findings = results.flatMap((result) => ('findings' in result ? result.findings : []));
  return findings.some(({ level }) => level === 'error') ? EXIT_CODES.input : EXIT_CODES.done;
}

function layerHeightOf({ layerHeight: given }: DoctorRequest): number | undefined {
  if (given === undefined) return undefined;
  const { minLayerHeight: min, maxLayerHeight: max } = NETWORK_LIMITS;
  const height = parseNumber(given) ?? Number.NaN;
  if (height >= min && height <= max) return height;
  throw new CommandError(`--layer-height: Must be a number from ${min} to ${max}, but is ${quoted(given)}.`);
}

function asWritten(result: Diagnosis | UnreadFile): object {
  if (!('findings' in result)) return result;
  const findings = result.findings.map((finding) => ({ ...finding, text: fileFindingText(finding) }));
  return { ...result, findings };
}
