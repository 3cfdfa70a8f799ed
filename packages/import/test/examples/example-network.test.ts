import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, exampleNetwork, reduce } from '../../src/index.ts';
import { forward } from '../forward.ts';

interface HeldOut {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly number[];
  readonly outputs: readonly (readonly number[])[];
}

const HELD_OUT = JSON.parse(
  readFileSync(new URL('../../../../test-fixtures/examples.json', import.meta.url), 'utf8'),
) as Record<string, HeldOut>;
const SIZES: Readonly<Record<string, readonly number[]>> = {
  digits: [64, 16, 10],
  iris: [4, 16, 8, 3],
  xor: [2, 4, 1],
};

describe.each(EXAMPLES)('the example $name', ({ name, description }) => {
  const { inputs, targets, outputs } = HELD_OUT[name]!;

  it('has the layers that its description says', async () => {
    const { layers, inputNames, outputNames } = await exampleNetwork(name);
    const sizes = [layers[0]!.inputs, ...layers.map((layer) => layer.outputs)];
    expect(sizes).toEqual(SIZES[name]);
    expect(description).toContain(`${sizes.join('-')}: `);
    expect(inputNames).toHaveLength(sizes[0]!);
    expect(outputNames).toHaveLength(sizes.at(-1)!);
  });

  it('gives what torch gave', async () => {
    const network = await exampleNetwork(name);
    for (const [i, input] of inputs.entries()) {
      const found = forward(network, input);
      for (const [output, value] of found.entries()) {
        expect(Math.abs(value - outputs[i]![output]!)).toBeLessThan(1e-5);
      }
    }
  });

  it('is right for nearly all that it was not trained on', async () => {
    const network = await exampleNetwork(name);
    const right = inputs.filter((input, i) => answer(forward(network, input)) === targets[i]);
    expect(right.length / inputs.length).toBeGreaterThanOrEqual(name === 'xor' ? 1 : 0.95);
  });

  it('has an object in which no node stands alone', async () => {
    for (const matrix of reduce(await exampleNetwork(name)).weights) {
      const columns = matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
      for (const line of [...matrix, ...columns]) expect(line.some((weight) => weight !== 0)).toBe(true);
    }
  });
});

function answer(outputs: readonly number[]): number {
  return outputs.length === 1 ? Math.round(outputs[0]!) : outputs.indexOf(Math.max(...outputs));
}
