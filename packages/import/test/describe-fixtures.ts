import { describe, expect, it } from 'vitest';
import { readTrained } from '../src/index.ts';
import { forward } from './forward.ts';
import { fixture } from './shared-files.ts';

/** What the script beside fixtures wrote of each. */
interface ExpectedNetwork {
  /** Where several belong together; the first is the key. */
  readonly files?: readonly string[];
  readonly layers: readonly number[];
  readonly activations: readonly string[];
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
  /** Of inputs and outputs. */
  readonly names?: readonly [readonly string[], readonly string[]];
}

/** Reads the fixtures in a folder and compares what they give with what the program that wrote them gave. */
export function describeFixtures(folder: string): void {
  const expected = JSON.parse(new TextDecoder().decode(fixture(`${folder}/expected.json`)));
  describe(`the fixtures of ${folder}`, () => {
    it.each(Object.entries<ExpectedNetwork>(expected))(
      '%s gives what its writer gave',
      async (name, entry) => {
        const { files = [name], layers, activations, inputs, outputs, names } = entry;
        const network = await readTrained(
          files.map((file) => ({ name: file, bytes: fixture(`${folder}/${file}`) })),
        );
        expect([network.layers[0]!.inputs, ...network.layers.map((layer) => layer.outputs)]).toEqual(layers);
        for (const [i, { activation }] of network.layers.entries()) {
          expect(activation ?? activations[i]).toBe(activations[i]);
        }
        for (const [i, input] of inputs.entries()) {
          for (const [k, value] of forward(network, input, activations).entries()) {
            expect(Math.abs(value - outputs[i]![k]!)).toBeLessThan(1e-5);
          }
        }
        if (names !== undefined) expect([network.inputNames, network.outputNames]).toEqual(names);
      },
    );
  });
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
    if (error instanceof Error && error.name === 'ImportError' && 'kind' in error)
      return `${error.kind}: ${error.message}`;
    throw error;
  }
}
