import { type NetworkSpecInput, SpecError } from '@neurofab/core';
import type { TrainedNetwork } from '@neurofab/import';
import { layerOrderIn, type ModelRequest, reduceOptions } from './arguments/model-request.ts';
import { CommandError, InputError } from './errors.ts';
import { fileLabel } from './files/read-bytes.ts';
import { readTrainedFiles } from './files/read-trained-files.ts';
import type { Io } from './io.ts';
import { quoted } from './words/messages.ts';

/** A trained network, and what is drawn of it as a spec. */
export interface ModelSpec {
  /** What to call it in a message. */
  readonly label: string;
  readonly trained: TrainedNetwork;
  readonly contents: NetworkSpecInput;
}

/** The trained network that a request names. Throws a CommandError or InputError where there is none to be had. */
export async function readModelSpec(
  request: ModelRequest & { readonly quiet: boolean },
  io: Io,
): Promise<ModelSpec> {
  const { models, example, quiet } = request;
  const trained =
    example === undefined
      ? await readTrainedFiles(models, { io, quiet, layerOrder: layerOrderIn(request) })
      : await exampleOf(example);
  const label = example === undefined ? fileLabel(models[0]!) : `--example ${example}`;
  return { label, trained, contents: await drawnSpec(trained, request) };
}

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
  const example = EXAMPLES.find(({ name }) => name === given);
  if (example !== undefined) return exampleNetwork(example.name);
  const names = EXAMPLES.map(({ name }) => name).join(', ');
  throw new CommandError(`--example: There is no example ${quoted(given)}. There are ${names}.`);
}
