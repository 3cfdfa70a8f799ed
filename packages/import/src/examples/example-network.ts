import { sha256 } from '../bytes/sha256.ts';
import type { TrainedNetwork } from '../trained-network.ts';
import type { Example } from './example.ts';

/** The names of the examples. */
export type ExampleName = 'digits' | 'iris' | 'xor';

/** The examples, each loaded when it is used. */
export const EXAMPLES: readonly {
  readonly name: ExampleName;
  /** A phrase without a full stop. */
  readonly description: string;
  readonly load: () => Promise<Example>;
}[] = [
  {
    name: 'digits',
    description:
      '64-16-10: tells which digit is written on 8 × 8 pixels, right for 98 of 100 that it has not seen',
    load: async () => (await import('./digits.ts')).digits,
  },
  {
    name: 'iris',
    description: '4-16-8-3: tells three kinds of iris by four lengths of their flowers',
    load: async () => (await import('./iris.ts')).iris,
  },
  {
    name: 'xor',
    description:
      '2-4-1: says whether exactly one of two inputs is 1, the smallest task that needs a hidden layer',
    load: async () => (await import('./xor.ts')).xor,
  },
];

/** A trained network that comes with the product; its hash is that of its JSON. */
export async function exampleNetwork(name: ExampleName): Promise<TrainedNetwork> {
  const example = await EXAMPLES.find((other) => other.name === name)!.load();
  const { producer, inputNames, outputNames, layers } = example;
  return {
    source: {
      format: 'an example',
      producer,
      name,
      sha256: await sha256([new TextEncoder().encode(JSON.stringify(example))]),
    },
    layers: layers.map(({ weights, bias, ...layer }) => ({
      ...layer,
      inputs: weights[0]!.length,
      outputs: weights.length,
      weights: Float64Array.from(weights.flat()),
      bias: Float64Array.from(bias),
    })),
    inputNames,
    outputNames,
    notes: [],
  };
}
