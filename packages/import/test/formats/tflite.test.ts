import { describe, expect, it } from 'vitest';
import { ImportError, readTrained, type TrainedNetwork } from '../../src/index.ts';
import { expectNetwork, fixtureNetworks, readFixture, refusalOf, sizesOf } from '../fixture-networks.ts';
import { forward } from '../forward.ts';
import { expectedOf, fixture, SHARED, sharedFile } from '../shared-files.ts';
// biome-ignore lint/correctness/useImportExtensions: its types lie beside it.
import { OPERATOR, type TfliteOperator, type TfliteTensor, TYPE, tfliteModel } from './tflite-model.mjs';

const texts = ({ notes }: TrainedNetwork) => notes.map(({ text }) => text);

const floats = (name: string, shape: readonly number[], numbers: readonly number[]): TfliteTensor => ({
  name,
  shape,
  type: TYPE.float32,
  data: new Uint8Array(Float32Array.from(numbers).buffer),
});
const flowing = (name: string): TfliteTensor => ({ name, shape: [1, 2], type: TYPE.float32 });

/** An activation that is part of an operator. */
const RELU = 1;

/** Two inputs, two outputs: a row an output. */
const W = floats('net/dense/MatMul', [2, 2], [1, 2, 3, 4]);
const B = floats('b', [2], [10, 20]);
const NAMES = ['x', 'h', 'i', 'j', 'y', 'z'];

/** A model whose operators are written as `FULLY_CONNECTED x w b > h`; other names are tensors that are given. */
function model(
  operators: readonly (string | [text: string, options: Partial<TfliteOperator>])[],
  {
    tensors = {},
    inputs = ['x'],
  }: { tensors?: Readonly<Record<string, TfliteTensor>>; inputs?: readonly string[] } = {},
): Uint8Array {
  const all: Readonly<Record<string, TfliteTensor>> = {
    ...Object.fromEntries(NAMES.map((name) => [name, flowing(name)])),
    w: W,
    b: B,
    ...tensors,
  };
  const places = (names: readonly string[]) => names.map((name) => Object.keys(all).indexOf(name));
  return tfliteModel({
    tensors: Object.values(all),
    inputs: places(inputs),
    outputs: places(['y']),
    operators: operators.map((written) => {
      const [text, options] = typeof written === 'string' ? [written, {}] : written;
      const [operator = '', ...names] = text.split(' ');
      const split = names.indexOf('>');
      const values = { inputs: places(names.slice(0, split)), outputs: places(names.slice(split + 1)) };
      return { operator: OPERATOR[operator] ?? 32, ...values, ...options };
    }),
  });
}

const named = (bytes: Uint8Array) => [{ name: 'model.tflite', bytes }];
const read = (...parameters: Parameters<typeof model>) => readTrained(named(model(...parameters)));
const refusal = (...parameters: Parameters<typeof model>) => refusalOf(named(model(...parameters)));

describe('the fixtures', () => {
  it.each(fixtureNetworks('tflite'))('give the layers and the outputs of $file', async (expected) => {
    const network = await readFixture('tflite', expected.file);
    expectNetwork(network, expected);
    expect(network.layers.map(({ activation }) => activation)).toEqual(expected.activations);
    expect(network.source).toMatchObject({ format: 'TensorFlow Lite', producer: 'made with flatbuffers' });
  });

  it('keep the names of layers, and say what is left out', async () => {
    const network = await readFixture('tflite', 'int8.tflite');
    expect(network.layers.map(({ name }) => name)).toEqual(['sequential/dense', 'sequential/dense_1']);
    expect(texts(network)).toEqual(['after the last layer: DEQUANTIZE']);
  });
});

describe('a model', () => {
  it('has activations as operators', async () => {
    const { layers } = await read(['FULLY_CONNECTED x w b > h', 'GELU h > i', 'FULLY_CONNECTED i w > y']);
    expect(layers.map(({ activation }) => activation)).toEqual(['gelu', 'linear']);
    expect(layers[1]!.bias).toBeUndefined();
  });

  it('may write swish out', async () => {
    const { layers } = await read(['FULLY_CONNECTED x w b > h', 'LOGISTIC h > i', 'MUL h i > y']);
    expect(layers[0]!.activation).toBe('swish');
  });

  it('may scale and shift between its layers', async () => {
    const network = await read([
      ['FULLY_CONNECTED x w b > h', { fused: RELU }],
      'MUL h b > i',
      ['ADD i b > j', { fused: RELU }],
      'FULLY_CONNECTED j w > y',
    ]);
    expect(sizesOf(network)).toEqual([2, 2, 2]);
    expect(texts(network)).toEqual(['after net/dense: relu', 'batch normalisation folded into net/dense']);
    // h is 11 + 2, 20 + 3 + 4, and each time 10 and 20 it is plus 10 and 20
    expect(forward(network, [1, 1])).toEqual([140 + 2 * 560, 3 * 140 + 4 * 560]);
  });

  it('may take off the mean of its inputs, and tell the largest output', async () => {
    const network = await read(['SUB x b > h', 'FULLY_CONNECTED h w b > i', 'ARG_MAX i > y']);
    expect(texts(network)).toEqual(['before the first layer: SUB', 'after the last layer: ARG_MAX']);
  });

  it('may have tensors of one name', async () => {
    const tensors = { h: flowing('x'), i: flowing('x'), y: flowing('') };
    const network = await read(['FULLY_CONNECTED x w > h', 'FULLY_CONNECTED h w > y'], { tensors });
    expect(sizesOf(network)).toEqual([2, 2, 2]);
  });
});

describe('a refusal', () => {
  it.each<[string, Parameters<typeof model>[0], string, string]>([
    [
      'a convolution',
      ['CONV_2D x w b > h', 'FULLY_CONNECTED h w > y'],
      'unsupported',
      'a convolution (CONV_2D h)',
    ],
    [
      'a recurrent layer',
      ['LSTM x w b > h', 'FULLY_CONNECTED h w > y'],
      'unsupported',
      'a recurrent layer (LSTM h)',
    ],
    ['an embedding', ['GATHER w x > h', 'FULLY_CONNECTED h w > y'], 'unsupported', 'an embedding (GATHER h)'],
    [
      'steps',
      ['WHILE x > h', 'FULLY_CONNECTED h w > y'],
      'unsupported',
      'steps that depend on its data (WHILE h)',
    ],
    ['a product', ['LOGISTIC x > h', 'BATCH_MATMUL x h > y'], 'unsupported', 'a product of activations'],
    [
      'an obstacle',
      ['FULLY_CONNECTED x w > h', 'TOPK_V2 h > i', 'FULLY_CONNECTED i w > y'],
      'unsupported',
      'TOPK_V2 i between',
    ],
    [
      'an operator of its own',
      ['CUSTOM x > y'],
      'unsupported',
      'It has no dense layer: its operators are CUSTOM.',
    ],
    ['no layer', [], 'unsupported', 'It has no dense layer.'],
    [
      'shuffled weights',
      [['FULLY_CONNECTED x w > y', { fused: 0, format: 1 }]],
      'unsupported',
      'are no constant matrix',
    ],
    ['weights of no matrix', ['FULLY_CONNECTED x b > y'], 'unsupported', 'are no constant matrix'],
    ['weights that are not there', ['FULLY_CONNECTED x z > y'], 'unsupported', 'are no constant matrix'],
    ['a bias that flows', ['FULLY_CONNECTED x w x > y'], 'unsupported', 'is no constant'],
    ['a bias that does not fit', ['FULLY_CONNECTED x w w > y'], 'not-a-chain', '4 numbers for 2 outputs'],
    [
      'several inputs',
      ['ADD x z > h', 'FULLY_CONNECTED h w > y'],
      'not-a-chain',
      'The network has 2 inputs: x, z.',
    ],
    [
      'branches',
      ['FULLY_CONNECTED x w > h', 'FULLY_CONNECTED x w > i', 'ADD h i > y'],
      'not-a-chain',
      'Two branches leave one input',
    ],
    [
      'a way past layers',
      ['FULLY_CONNECTED x w > h', 'ADD h x > y'],
      'not-a-chain',
      'as in residual networks',
    ],
    ['texts', ['FULLY_CONNECTED x text > y'], 'unsupported', 'no numbers of a kind that is read (kind 5)'],
    ['numbers that are not there', ['FULLY_CONNECTED x short > y'], 'damaged', 'not as long as it says'],
    ['very many numbers', ['FULLY_CONNECTED x huge > y'], 'too-large', 'at most 20000000'],
    ['very many outputs of one bias', ['FULLY_CONNECTED x huge one > y'], 'too-large', 'at most 20000000'],
    ['fewer outputs than none', ['FULLY_CONNECTED x negative > y'], 'damaged', 'not as long as it says'],
    ['a strange scale', ['FULLY_CONNECTED x strange > y'], 'damaged', 'not as long as it says'],
  ])('names %s', async (_, operators, kind, message) => {
    const error = await refusal(operators, {
      inputs: ['x', 'z'].slice(0, message.includes('z.') ? 2 : 1),
      tensors: {
        text: { ...W, name: 'text', type: TYPE.text },
        short: { ...W, name: 'short', shape: [2, 3] },
        one: floats('one', [1], [1]),
        negative: { ...W, name: 'negative', shape: [-2, -2] },
        huge: { ...W, name: 'huge', shape: [2 ** 30, 2 ** 30] },
        strange: {
          name: 'strange',
          shape: [2, 1],
          type: TYPE.int8,
          data: Uint8Array.of(1, 2),
          scale: [1, 2, 3],
          zero: [],
        },
      },
    });
    expect(error.message).toContain(message);
    expect(error.kind).toBe(kind);
  });
});

describe('damaged files', () => {
  const outcome = async (bytes: Uint8Array) => {
    await readTrained(named(bytes)).catch((error: unknown) => {
      if (!(error instanceof ImportError && error.cause === undefined)) throw error;
    });
  };

  it.each(fixtureNetworks('tflite'))('are refused for every beginning of $file', async ({ file }) => {
    const bytes = fixture(`tflite/${file}`);
    const messages = new Set<string>();
    for (let length = 8; length < bytes.length; length++) {
      messages.add((await refusalOf(named(bytes.slice(0, length)))).message);
    }
    expect([...messages]).toEqual(['It is damaged: it ends too early, or an offset in it is wrong.']);
  });

  it.each([0, 1, 0x7fffffff, 0x80000000, 0xffffffff])(
    'give a network or a refusal with %i at every place',
    async (number) => {
      const bytes = fixture('tflite/int8.tflite');
      for (let at = 0; at + 4 <= bytes.length; at += 4) {
        if (at === 4) continue;
        const changed = bytes.slice();
        new DataView(changed.buffer).setUint32(at, number, true);
        await outcome(changed);
      }
    },
  );
});

describe.skipIf(SHARED === undefined)('networks of other people', () => {
  it.each(expectedOf('.tflite'))(
    '$file gives what is expected of it',
    async ({ file, layers, activations }) => {
      const network = await readTrained([{ name: file, bytes: sharedFile(`real/${file}`) }]);
      expect(sizesOf(network).join('-')).toBe(layers);
      expect(network.layers.map(({ activation }) => activation).join()).toBe(activations);
      // Both were trained to give the sine.
      for (const x of [0.5, 1.5, 3, 4.5, 6]) {
        expect(Math.abs(forward(network, [x])[0]! - Math.sin(x))).toBeLessThan(0.1);
      }
    },
  );
});
