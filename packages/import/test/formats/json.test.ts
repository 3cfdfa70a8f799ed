import { describe, expect, it } from 'vitest';
import { readTrained, trainedFormatOf } from '../../src/index.ts';
import { describeFixtures, readingOf } from '../fixture-networks.ts';
import { fixture, SHARED, sharedFile } from '../shared-files.ts';

const read = (json: unknown) =>
  readingOf([{ name: 'a.json', bytes: typeof json === 'string' ? json : JSON.stringify(json) }]);
const graph = (more: readonly object[], nodes: readonly object[] = NODES) => ({
  nodes,
  connections: [
    { from: 0, to: 1, weight: 1, gater: null },
    { from: 1, to: 2, weight: 1, gater: null },
    ...more,
  ],
});
const NODES = ['input', 'hidden', 'output'].map((type) => ({ type, bias: 0, squash: 'TANH', mask: 1 }));

describeFixtures('json');

describe('matrices in lists', () => {
  it('are weights and biases by the names of the lists, whatever side of them is inputs', async () => {
    // As network2.py of Nielsen's book "Neural Networks and Deep Learning" saves a network.
    const weights = [
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      [[1, 2, 3]],
    ];
    const biases = [[[1], [2], [3]], [[4]]];
    const json = { sizes: [2, 3, 1], weights, biases, cost: 'CrossEntropyCost' };
    expect(await read(json)).toBe('weights_0 2-3, weights_1 3-1');
    const network = await readTrained([{ name: 'a', bytes: new TextEncoder().encode(JSON.stringify(json)) }]);
    expect(network.layers.map(({ bias }) => [...bias!])).toEqual([[1, 2, 3], [4]]);
  });
});

describe('a network written by hand', () => {
  const layers = [
    {
      name: 'hidden',
      weights: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      bias: [0, 0, 1],
      activation: 'ReLU',
    },
    { weights: [[1, 2, 3]], activation: 'sigmoid' },
  ];

  it('has a name for each input and each output', async () => {
    const text = '{"layers": [{"weights": [[1, 2]]}], "inputs": ["a"], "outputs": ["b", "c"]}';
    expect(await readingOf([{ name: 'a.json', bytes: text }])).toContain(
      'inputs has 1 names for 2 nodes; outputs has 2 names for 1 nodes',
    );
  });

  it('has a row of weights for each output', async () => {
    expect(await read({ layers })).toBe('hidden 2-3 relu, layer 2 3-1 sigmoid');
    const bytes = new TextEncoder().encode(
      JSON.stringify({ layers, inputs: ['a', 'b'], outputs: ['c'], name: 'x' }),
    );
    const network = await readTrained([{ name: 'a', bytes }]);
    expect(network.layers[0]!.weights).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
    expect(network).toMatchObject({
      inputNames: ['a', 'b'],
      outputNames: ['c'],
      notes: [],
      source: { format: 'JSON' },
    });
  });

  it('has all of its faults named by where they are, up to five', async () => {
    const wrong = {
      layers: [
        { weights: [[1, 2], [3]], bias: [1], activaton: 'tanh' },
        { weights: [[1, 'x']], activation: 3 },
        { bias: [] },
        { weights: [[1]], bias: [1, 2] },
      ],
      inputs: 'a',
    };
    expect(await read(wrong)).toBe(
      'damaged: In it layers[0].activaton is none of name, weights, bias, activation; ' +
        'layers[0].weights[1] has 1 numbers, and the first row 2; layers[1].weights[0][1] is no number; ' +
        'layers[1].activation is no text; layers[2].weights is missing; and 2 more.',
    );
  });

  it('may be matrices in a list or under names', async () => {
    expect(
      await read([
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [0, 0, 0],
        [[1], [2], [3]],
      ]),
    ).toBe('matrix 1 2-3, matrix 3 3-1');
    expect(
      await read({
        'fc1.weight': [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        'fc1.bias': [1, 2, 3],
        epoch: 3,
      }),
    ).toBe('fc1 2-3');
    expect(
      await read([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('matrix 2-2');
  });

  it('is no spec of a drawing', () => {
    const known = (json: object) =>
      trainedFormatOf(new TextEncoder().encode(JSON.stringify(json))) !== undefined;
    expect(known({ layers: [2, 4, 1], weights: [[[1, 2]]] })).toBe(false);
    expect(known({ layers: [{ name: 'a', size: 2 }, 1], weights: [[[1, 2]]] })).toBe(false);
    expect(known({ layers: [{ weights: [[1]] }] })).toBe(true);
  });
});

describe('a network of nodes and connections', () => {
  it('has layers by the longest way from its inputs', async () => {
    expect(await read(graph([]))).toBe('hidden 1 1-1 tanh, output 1-1 tanh');
  });

  it('whose nodes of one layer have several activations says so', async () => {
    const json = JSON.parse(new TextDecoder().decode(fixture('json/synaptic-xor.json')));
    json.neurons[2].squash = 'TANH';
    const { layers, notes } = await readTrained([
      { name: 'a', bytes: new TextEncoder().encode(JSON.stringify(json)) },
    ]);
    expect(layers[0]!.activation).toBeUndefined();
    expect(notes[0]!.text).toBe('the activation of hidden 0: its nodes have several (TANH, LOGISTIC)');
  });

  it.each([
    [
      'a way past a layer',
      [{ from: 0, to: 2, weight: 1 }],
      'not-a-chain: A connection from node 0 to node 2 leaves out a layer.',
    ],
    [
      'a way back',
      [{ from: 2, to: 1, weight: 1 }],
      'unsupported: It is recurrent: a connection leads from node 2 to node 1',
    ],
    ['a way to itself', [{ from: 1, to: 1, weight: 1 }], 'unsupported: It is recurrent'],
    ['a gate', [{ from: 0, to: 1, weight: 1, gater: 1 }], 'has a gate'],
    ['no such node', [{ from: 0, to: 9, weight: 1 }], 'damaged'],
    ['no weight', [{ from: 0, to: 1, weight: null }], 'damaged'],
  ])('is refused with %s', async (_, connections, message) => {
    expect(await read(graph(connections))).toContain(message);
  });

  it('is refused where its matrices would be far larger than itself', async () => {
    const hidden = Array.from({ length: 10_000 }, () => ({ layer: 0, bias: 0 }));
    const neurons = [
      ...hidden.map(() => ({ layer: 'input', bias: 0 })),
      ...hidden,
      { layer: 'output', bias: 0 },
    ];
    expect(await read({ neurons, connections: [] })).toContain(
      'too-large: Its layers have 100010000 connections',
    );
  });
});

describe('JSON', () => {
  it.each([
    [
      'a recurrent network of brain.js',
      { type: 'LSTM', options: {}, weights: [] },
      'unsupported: It is a recurrent network of brain.js (LSTM).',
    ],
    [
      'a network of brain.js without weights',
      { sizes: [1, 1], layers: [{ 0: {} }, { 0: { bias: 1, weights: {} } }] },
      'damaged: In it layers[1].0 has not one weight for each of 1 nodes before.',
    ],
    ['anything with weights', { weights: 3 }, 'unsupported: It is JSON, but no network that is read.'],
    ['half a file', '{"layers": [{"weights": [[1', 'damaged: It is damaged: it is no whole JSON.'],
    ['deep lists', '['.repeat(200_000), 'damaged: Its JSON is nested more than 100 deep.'],
    ['very many lists', `[[${'[],'.repeat(1_000_001)}`, 'too-large'],
    [
      'functions for names',
      { layers: [{ weights: [[1]], activation: { toString: 1 }, name: { toString: 1 } }] },
      'is no text',
    ],
  ])('with %s is refused', async (_, json, message) => {
    expect(await read(json)).toContain(message);
  });

  it.skipIf(SHARED === undefined).each([
    ['made/brainjs-xor.json', 'layer 1 2-3 sigmoid, layer 2 3-1 sigmoid'],
    ['made/brainjs-colors.json', 'layer 1 3-4 sigmoid, layer 2 4-2 sigmoid'],
    ['made/synaptic-xor.json', 'hidden 0 2-3 sigmoid, output 3-1 sigmoid'],
    ['made/neataptic-xor.json', 'hidden 1 2-3 sigmoid, output 3-1 sigmoid'],
    ['made/iris-sklearn.json', 'coefs[0] 4-16 relu, coefs[1] 16-8 relu, coefs[2] 8-3 softmax'],
    ['bad/json-deep.json', 'damaged: Its JSON is nested more than 100 deep.'],
  ])('of others, %s, is read or refused', async (path, result) => {
    expect(await readingOf([{ name: 'a.json', bytes: sharedFile(path) }])).toBe(result);
  });
});
