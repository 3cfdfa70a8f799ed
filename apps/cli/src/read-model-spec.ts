import { type NetworkSpecInput, SpecError } from '@neurofab/core';
import type { NamedFile, TrainedNetwork } from '@neurofab/import';
import { isJson } from '@neurofab/job';
import { quoted } from '@neurofab/words';
import { layerOrderIn, type ModelRequest, reduceOptions } from './arguments/model-request.ts';
import { CommandError, InputError } from './errors.ts';
import { fileLabel } from './files/read-bytes.ts';
import { specIn } from './files/read-spec.ts';
import { readModelFiles, trainedIn } from './files/read-trained-files.ts';
import type { Io } from './io.ts';
import { withProgress } from './words/progress.ts';

/** What a file or an example gives as a spec: what is drawn of a trained network, or what a spec says. */
export interface ModelSpec {
  /** What to call it in a message. */
  readonly label: string;
  /** `undefined` where the file was a spec. */
  readonly trained?: TrainedNetwork;
  readonly contents: unknown;
}

/** What the files or the example of a request give. Throws a CommandError or InputError where there is none to be had. */
export async function readModelSpec(
  request: ModelRequest & { readonly quiet: boolean },
  io: Io,
): Promise<ModelSpec> {
  const { models, example } = request;
  if (example !== undefined) {
    const trained = await exampleOf(example);
    return { label: `--example ${example}`, trained, contents: await drawnSpec(trained, request) };
  }
  const { trainedFormatOf } = await import('@neurofab/import');
  const label = fileLabel(models[0]!);
  return withProgress(request.quiet, io, async (onProgress) => {
    const read = await readModelFiles(models, { io, onProgress: (done) => onProgress(done * READING) });
    const [{ bytes }] = read.files as [NamedFile];
    if (models.length === 1 && trainedFormatOf(bytes) === undefined && isJson(bytes)) {
      return specIn(bytes, label);
    }
    const trained = await trainedIn(read, {
      io,
      layerOrder: layerOrderIn(request),
      onProgress: (done) => onProgress(READING + (1 - READING) * done),
    });
    return { label, trained, contents: await drawnSpec(trained, request) };
  });
}

/** The share of the work that is reading bytes. */
const READING = 0.5;

/** What is drawn of a trained network, as a spec. Throws an InputError for flags that draw nothing or too much. */
export async function drawnSpec(
  trained: TrainedNetwork,
  request: Pick<ModelRequest, 'nodes' | 'shownNodes'>,
): Promise<NetworkSpecInput> {
  const { specOf } = await import('@neurofab/import');
  try {
    return specOf(trained, reduceOptions(request, trained));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new InputError(error.faults.map(({ path: [flag], message }) => `--${flag}: ${message}`));
  }
}

async function exampleOf(given: string): Promise<TrainedNetwork> {
  const { EXAMPLES, exampleNetwork } = await import('@neurofab/import');
  const example = EXAMPLES.find(({ name }) => name === given.toLowerCase());
  if (example !== undefined) return exampleNetwork(example.name);
  const names = EXAMPLES.map(({ name }) => name).join(', ');
  throw new CommandError(`--example: There is no example ${quoted(given)}. There are ${names}.`);
}
