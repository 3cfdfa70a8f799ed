import { type NamedFile, readTrained, type TrainedNetwork } from '../../src/index.ts';
import { forward } from '../forward.ts';
import { fixture } from '../shared-files.ts';

/** What a fixture's own writer says of it. */
export interface ExpectedNetwork {
  readonly layers: readonly number[];
  readonly activations: readonly string[];
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
}

/** What the writer of a folder of fixtures says of each file. */
export function expectedNetworks(folder: string): Readonly<Record<string, ExpectedNetwork>> {
  return JSON.parse(new TextDecoder().decode(fixture(`${folder}/expected.json`)));
}

export function readFixture(path: string): Promise<TrainedNetwork> {
  return readTrained([{ name: path.slice(path.lastIndexOf('/') + 1), bytes: fixture(path) }]);
}

/** Numbers of nodes from the inputs to the outputs. */
export function sizesOf({ layers }: TrainedNetwork): readonly number[] {
  return [layers[0]!.inputs, ...layers.map(({ outputs }) => outputs)];
}

/** The largest difference between what a network gives and what it is to give. */
export function largestDifference(network: TrainedNetwork, expected: ExpectedNetwork): number {
  const differences = expected.inputs.flatMap((input, i) =>
    forward(network, input, expected.activations).map((value, j) =>
      Math.abs(value - expected.outputs[i]![j]!),
    ),
  );
  return Math.max(...differences);
}

/** The kind of a refusal and its message; what was read where it is none. */
export async function refusalOf(...files: readonly NamedFile[]): Promise<string> {
  try {
    return `read: ${sizesOf(await readTrained(files)).join('-')}`;
  } catch (error) {
    return error instanceof Error && 'kind' in error
      ? `${error.kind}: ${error.message}`
      : `no ImportError: ${error}`;
  }
}
