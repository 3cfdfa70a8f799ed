import { expect } from 'vitest';
import { ImportError, type NamedFile, readTrained, type TrainedNetwork } from '../../src/index.ts';
import { forward } from '../forward.ts';
import { fixture } from '../shared-files.ts';

/** What the script that wrote a fixture says of it: its layers, and what it gives. */
export interface FixtureNetwork {
  readonly file: string;
  readonly layers: readonly number[];
  readonly activations: readonly string[];
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
}

/** The fixtures in a folder of `test-fixtures/trained`. */
export function fixtureNetworks(folder: string): readonly FixtureNetwork[] {
  const expected = JSON.parse(new TextDecoder().decode(fixture(`${folder}/expected.json`)));
  return Object.entries<Omit<FixtureNetwork, 'file'>>(expected).map(([file, network]) => ({
    file,
    ...network,
  }));
}

/** Reads a fixture, with what lies beside it. */
export function readFixture(folder: string, file: string): Promise<TrainedNetwork> {
  return readTrained([{ name: file, bytes: fixture(`${folder}/${file}`) }], { beside: besideIn(folder) });
}

/** What lies in a folder of fixtures, by name; nothing where it is not there. */
export function besideIn(folder: string): (name: string) => Promise<Uint8Array | undefined> {
  return async (name) => {
    try {
      return fixture(`${folder}/${name}`);
    } catch {
      return undefined;
    }
  };
}

/** Expects a network to be and to give what its fixture says. */
export function expectNetwork(network: TrainedNetwork, expected: FixtureNetwork): void {
  expect([network.layers[0]!.inputs, ...network.layers.map(({ outputs }) => outputs)]).toEqual(
    expected.layers,
  );
  for (const [i, input] of expected.inputs.entries()) {
    const outputs = forward(network, input, expected.activations);
    expect(outputs).toHaveLength(expected.outputs[i]!.length);
    for (const [j, output] of outputs.entries()) {
      expect(Math.abs(output - expected.outputs[i]![j]!)).toBeLessThan(1e-5);
    }
  }
}

/** The refusal of files; an error where they are read. */
export async function refusalOf(
  files: readonly NamedFile[],
  beside?: (name: string) => Promise<Uint8Array | undefined>,
): Promise<ImportError> {
  try {
    await readTrained(files, beside && { beside });
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('The files were read.');
}
