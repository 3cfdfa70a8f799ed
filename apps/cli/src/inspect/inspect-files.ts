import { basename } from 'node:path';
import type { Backend } from '@neurofab/core';
import { toJson } from '@neurofab/core/internal';
import { inspectModel } from '@neurofab/inspect';
import pc from 'picocolors';
import type { InspectRequest } from '../arguments/command-line.ts';
import { layerOrderIn } from '../arguments/model-request.ts';
import { EXIT_CODES } from '../errors.ts';
import { eachFile, type UnreadFile } from '../files/each-file.ts';
import { modelBytes, modelIn } from '../files/read-model.ts';
import { isFolder, type ModelFiles, readModelFiles, trainedIn } from '../files/read-trained-files.ts';
import { type Io, writeStdout } from '../io.ts';
import { drawnSpec } from '../read-model-spec.ts';
import { colorDepth } from '../words/color-depth.ts';
import { inspectTrained, type TrainedInspection } from './inspect-trained.ts';
import { type InspectedFile, inspectionText } from './inspection-text.ts';
import { trainedText } from './trained-text.ts';

/** Prints what is in each file and gives the exit code: 1 if a body is not closed. */
export async function inspectFiles(
  request: InspectRequest,
  io: Io,
  backends: readonly Backend[],
): Promise<number> {
  const { files, json } = request;
  const colors = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const tables = files.filter(isTable);
  const results = await eachFile(withoutTables(files), io, async (file, path) => {
    const inspection = await inspect(isTable(file) ? tables : [file], { request, path, io, backends });
    if (!json) {
      await writeStdout(
        io,
        'bodies' in inspection ? inspectionText(inspection, colors) : trainedText(inspection, colors),
      );
    }
    return inspection;
  });
  if (json) await writeStdout(io, toJson(results.map(asWritten)));
  if (results.some((result) => 'error' in result)) return EXIT_CODES.command;
  const bodies = results.flatMap((result) => ('bodies' in result ? result.bodies : []));
  return bodies.every(({ closed }) => closed) ? EXIT_CODES.done : EXIT_CODES.input;
}

/** Tables hold a matrix each: those of one command are the layers of one network. */
function isTable(file: string): boolean {
  return /\.[ct]sv$/i.test(file);
}

function withoutTables(files: readonly string[]): string[] {
  const first = files.find(isTable);
  return files.filter((file) => !isTable(file) || file === first);
}

interface InspectContext {
  readonly request: InspectRequest;
  /** What to call the first file. */
  readonly path: string;
  readonly io: Io;
  readonly backends: readonly Backend[];
}

async function inspect(
  files: readonly string[],
  { request, path, io, backends }: InspectContext,
): Promise<InspectedFile | TrainedInspection> {
  const [file] = files as readonly [string];
  const context = { io, layerOrder: layerOrderIn(request) };
  const lookAt = async (read: ModelFiles) => {
    const network = await trainedIn(read, context);
    return inspectTrained(network, path, await drawnSpec(network, request));
  };
  // A folder is none but of a trained model.
  if (files.length > 1 || (await isFolder(file, io))) return lookAt(await readModelFiles(files, context));
  const bytes = await modelBytes(file, io);
  const { isNetworkFile } = await import('@neurofab/import');
  if (isNetworkFile(bytes)) return lookAt({ files: [{ name: basename(path), bytes }], path: file });
  const { format, ...inspection } = inspectModel(await modelIn(bytes, { path: file, backends }));
  return { path, format, bytes: bytes.length, ...inspection };
}

/** A recipe with what was given of its network, from which all else follows. */
function asWritten(result: InspectedFile | TrainedInspection | UnreadFile): object {
  if (!('recipe' in result) || result.recipe === null) return result;
  const { spec, ...recipe } = result.recipe;
  return { ...result, recipe: { ...recipe, spec: spec.given } };
}
