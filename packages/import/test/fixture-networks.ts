import { describe, expect, it } from 'vitest';
import { ImportError, type NamedFile, readTrained, type TrainedNetwork } from '../src/index.ts';
import { forward } from './forward.ts';
import { fixture } from './shared-files.ts';

/** What the script that wrote a fixture says of it: its layers, and what it gives. */
export interface FixtureNetwork {
  readonly file: string;
  /** Where several belong together; `file` is the first. */
  readonly files?: readonly string[];
  readonly layers: readonly number[];
  readonly activations: readonly string[];
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
  /** Of inputs and outputs. */
  readonly names?: readonly [readonly string[], readonly string[]];
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
  expect(sizesOf(network)).toEqual(expected.layers);
  for (const [i, input] of expected.inputs.entries()) {
    const outputs = forward(network, input, expected.activations);
    expect(outputs).toHaveLength(expected.outputs[i]!.length);
    for (const [j, output] of outputs.entries()) {
      expect(Math.abs(output - expected.outputs[i]![j]!)).toBeLessThan(1e-5);
    }
  }
}

/** How many inputs a network has, and how many outputs each layer. */
export function sizesOf({ layers }: TrainedNetwork): readonly number[] {
  return [layers[0]!.inputs, ...layers.map(({ outputs }) => outputs)];
}

/** Reads the fixtures in a folder and compares what they give with what the program that wrote them gave. */
export function describeFixtures(folder: string): void {
  describe(`the fixtures of ${folder}`, () => {
    it.each(fixtureNetworks(folder))('$file gives what its writer gave', async (expected) => {
      const { file, files = [file], activations, names } = expected;
      const network = await readTrained(files.map((name) => ({ name, bytes: fixture(`${folder}/${name}`) })));
      expectNetwork(network, expected);
      for (const [i, { activation }] of network.layers.entries()) {
        expect(activation ?? activations[i]).toBe(activations[i]);
      }
      if (names !== undefined) expect([network.inputNames, network.outputNames]).toEqual(names);
    });
  });
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

/** What reading files gives in one line: the layers, or the kind and words of the refusal. */
export async function readingOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[],
  layerOrder?: readonly string[],
): Promise<string> {
  const named = files.map(({ name, bytes }) => ({
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  }));
  try {
    const { layers } = await readTrained(named, layerOrder === undefined ? {} : { layerOrder });
    return layers
      .map(({ name, inputs, outputs, activation }) =>
        `${name} ${inputs}-${outputs} ${activation ?? ''}`.trim(),
      )
      .join(', ');
  } catch (error) {
    if (error instanceof ImportError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}
