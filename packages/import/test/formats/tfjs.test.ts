import { describe, expect, it } from 'vitest';
import { readTrained } from '../../src/index.ts';
import {
  besideIn,
  expectNetwork,
  fixtureNetworks,
  readFixture,
  refusalOf,
  sizesOf,
} from '../fixture-networks.ts';
import { expectedOf, fixture, SHARED, sharedFile } from '../shared-files.ts';

const FIXTURES = fixtureNetworks('tfjs');

/** A description with weights of its own: none unless they are given. */
function model(topology: unknown, more: object = {}): { name: string; bytes: Uint8Array }[] {
  const bytes = new TextEncoder().encode(JSON.stringify({ modelTopology: topology, ...more }));
  return [{ name: 'model.json', bytes }];
}

const layer = (className: string, name: string, config: object = {}) => ({
  class_name: className,
  config: { name, ...config },
});
const sequential = (...layers: readonly object[]) => ({ class_name: 'Sequential', config: { layers } });
const node = (className: string, name: string, sources: readonly string[], config: object = {}) => ({
  ...layer(className, name, config),
  inbound_nodes: sources.length === 0 ? [] : [sources.map((source) => [source, 0, 0, {}])],
});
const functional = (inputs: readonly string[], outputs: readonly string[], ...layers: readonly object[]) => ({
  class_name: 'Functional',
  config: {
    layers,
    input_layers: inputs.map((name) => [name, 0, 0]),
    output_layers: outputs.map((name) => [name, 0, 0]),
  },
});
const INPUT = node('InputLayer', 'x', []);

describe('models of TensorFlow.js', () => {
  it.each(FIXTURES)('give the layers and the outputs of $file', async (expected) => {
    const network = await readFixture('tfjs', expected.file);
    expectNetwork(network, expected);
    expect(network.layers.map(({ activation }) => activation)).toEqual(expected.activations);
    expect(network.source.producer).toBe('TensorFlow.js tfjs-layers v4.22.0');
  });

  it('keep names and say what was folded', async () => {
    const network = await readFixture('tfjs', 'normalised.json');
    expect(network.source.format).toBe('TensorFlow.js');
    expect(network.layers.map(({ name }) => name)).toEqual(['first', 'last']);
    expect(network.notes.map(({ text }) => text)).toEqual([
      'batch normalisation folded into first',
      'batch normalisation folded into last',
    ]);
  });

  it('have the names that ml5 gives to inputs and outputs', async () => {
    const network = await readFixture('tfjs', 'fruit.json');
    expect(network.source.format).toBe('ml5');
    expect(network.inputNames).toEqual(['weight', 'smooth', 'rough']);
    expect(network.outputNames).toEqual(['apple', 'orange']);
  });

  it('are found among several files, whichever comes first', async () => {
    for (const names of [
      ['normalised-shard2of2.bin', 'normalised.json', 'normalised-shard1of2.bin'],
      ['fruit_meta.json', 'fruit.bin', 'fruit.json'],
    ]) {
      const main = names.find((name) => FIXTURES.some(({ file }) => file === name));
      const network = await readTrained(names.map((name) => ({ name, bytes: fixture(`tfjs/${name}`) })));
      expect(network.source.name).toBe(main);
      expectNetwork(network, FIXTURES.find(({ file }) => file === main)!);
    }
  });

  it.each([
    ['Conv2D', 'unsupported', 'It has a convolution (Conv2D odd)'],
    ['MaxPooling2D', 'unsupported', 'a pooling layer (MaxPooling2D odd)'],
    ['ConvLSTM2D', 'unsupported', 'a recurrent layer (ConvLSTM2D odd)'],
    ['SimpleRNN', 'unsupported', 'a recurrent layer (SimpleRNN odd)'],
    ['MultiHeadAttention', 'unsupported', 'an attention layer'],
    ['Embedding', 'unsupported', 'an embedding'],
    ['Lambda', 'unsupported', 'code of its own, which is never run (Lambda odd)'],
    ['Sequential', 'unsupported', 'a model within the model'],
    ['Mine>Odd', 'unsupported', 'a layer of a kind that is not drawn (Odd odd)'],
    ['constructor', 'unsupported', 'a layer of a kind that is not drawn (constructor odd)'],
    ['Concatenate', 'not-a-chain', 'Concatenate odd joins several branches'],
  ] as const)('are refused with a layer %s', async (className, kind, message) => {
    const error = await refusalOf(model(sequential(layer('InputLayer', 'x'), layer(className, 'odd'))));
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(message);
    expect(error.message).toContain('Only networks of dense layers can be drawn');
  });

  it.each([
    [
      'several inputs',
      functional(['x', 'y'], ['d'], INPUT, node('InputLayer', 'y', []), node('Add', 'd', ['x', 'y'])),
      'the network has 2 inputs: x, y',
    ],
    [
      'several outputs',
      functional(['x'], ['a', 'b'], INPUT, node('Dense', 'a', ['x']), node('Dense', 'b', ['x'])),
      'the network has 2 outputs: a, b',
    ],
    [
      'branches',
      functional(['x'], ['c'], INPUT, node('Dense', 'a', ['x']), node('Add', 'c', ['a', 'x'])),
      'two branches leave one input, to a, c',
    ],
    [
      'branches further on',
      functional(
        ['x'],
        ['c'],
        INPUT,
        node('Dense', 'a', ['x']),
        node('Dropout', 'b', ['a']),
        node('Add', 'c', ['a', 'b']),
      ),
      'two branches leave a, to b, c',
    ],
    [
      'a layer that is used twice',
      functional(['x'], ['a'], INPUT, {
        ...layer('Dense', 'a'),
        inbound_nodes: [[['x', 0, 0, {}]], [['a', 0, 0, {}]]],
      }),
      'uses the layer a more than once',
    ],
    [
      'a circle',
      functional(['a'], ['b'], node('Dropout', 'a', ['b']), node('Dropout', 'b', ['a'])),
      'in a circle',
    ],
  ])('are refused with %s', async (_, topology, message) => {
    const error = await refusalOf(model(topology));
    expect(error.kind).toBe('not-a-chain');
    expect(error.message).toContain(message);
  });

  it('are refused as graph models, with what to do', async () => {
    const error = await refusalOf(model({ node: [] }, { format: 'graph-model' }));
    expect(error.kind).toBe('unsupported');
    expect(error.message).toContain('tfjs_layers_model');
  });

  it.each(['xor.bin', 'fruit_meta.json'])('are asked for where %s is given alone', async (name) => {
    const error = await refusalOf([{ name, bytes: fixture(`tfjs/${name}`) }]);
    expect(error.kind).toBe('unsupported');
    expect(error.message).toMatch(/give its model\.json\.$/i);
  });

  it('are refused where a shard is missing, by its name', async () => {
    const files = [{ name: 'xor.json', bytes: fixture('tfjs/xor.json') }];
    expect((await refusalOf(files)).message).toContain('xor.bin, which is not beside it');
  });

  it.each([
    [
      'shorter weights',
      { paths: ['xor.bin'], weights: [weight('a/kernel', [2, 9])] },
      'damaged',
      'end within a/kernel',
    ],
    [
      'a huge shape',
      { paths: ['xor.bin'], weights: [weight('a/kernel', [1e6, 1e6])] },
      'too-large',
      'a/kernel',
    ],
    [
      'a shape that is none',
      { paths: ['xor.bin'], weights: [weight('a/kernel', [2, -1])] },
      'damaged',
      'a/kernel',
    ],
    [
      'numbers of another kind',
      { paths: ['xor.bin'], weights: [weight('a/kernel', [2], 'complex64')] },
      'unsupported',
      'complex64',
    ],
    ['no weights', { paths: [], weights: [] }, 'damaged', 'the layer a has no kernel'],
    [
      'a shard outside',
      { paths: ['../../secret'], weights: [] },
      'damaged',
      'secret, which is not beside it',
    ],
  ] as const)('are refused with %s', async (_, group, kind, message) => {
    const topology = sequential(layer('Dense', 'a', { units: 4 }));
    const error = await refusalOf(model(topology, { weightsManifest: [group] }), besideIn('tfjs'));
    expect(error.message).toContain(message);
    expect(error.kind).toBe(kind);
  });

  it('are refused with two layers of one name, and with very many', async () => {
    const twins = await refusalOf(model(sequential(layer('Dense', 'a'), layer('Dense', 'a'))));
    expect(twins.message).toContain('two of its layers are called a');
    const many = Array.from({ length: 100 }, (_, i) => layer('Dense', `${i}`));
    expect((await refusalOf(model(sequential(...many)))).kind).toBe('too-large');
  });

  it('give names to activations however they are written', async () => {
    const activations = ['hardSigmoid', { class_name: 'LeakyReLU', config: {} }, 'constructor', null];
    const topology = sequential(
      ...activations.map((activation, i) => layer('Dense', `d${i}`, { activation, use_bias: false })),
      layer('ReLU', 'r', { max_value: 6 }),
    );
    const weights = activations.map((_, i) => weight(`d${i}/kernel`, [1, 1]));
    const files = model(topology, { weightsManifest: [{ paths: ['xor.bin'], weights }] });
    const { layers } = await readTrained(files, { beside: besideIn('tfjs') });
    expect(layers.map(({ activation }) => activation)).toEqual([
      'hardsigmoid',
      'leakyrelu',
      'constructor',
      'relu6',
    ]);
  });
});

describe.skipIf(SHARED === undefined)("other people's models of TensorFlow.js", () => {
  it.each(expectedOf('ml5-colours'))('give what is known of $file', async ({ file, layers, activations }) => {
    const bytes = (name: string) => sharedFile(`real/${file}/${name}`);
    const network = await readTrained([{ name: 'model.json', bytes: bytes('model.json') }], {
      beside: async (name) => bytes(name),
    });
    expect(sizesOf(network).join('-')).toBe(layers);
    expect(network.layers.map(({ activation }) => activation).join(',')).toBe(activations);
    expect(network.inputNames).toEqual(['b', 'g', 'r']);
    expect(network.outputNames?.[0]).toBe('green-ish');
  });
});

function weight(name: string, shape: readonly number[], dtype = 'float32'): object {
  return { name, shape, dtype };
}
