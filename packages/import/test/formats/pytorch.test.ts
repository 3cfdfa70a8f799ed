import { describe, expect, it } from 'vitest';
import type { PickleValue } from '../../src/formats/pickle/pickle-value.ts';
import { foundWeights } from '../../src/formats/pytorch/found-weights.ts';
import type { TensorOf } from '../../src/formats/pytorch/tensors-of.ts';
import { readTrained, trainedFormatOf } from '../../src/index.ts';
import { expectNetwork, fixtureNetworks, readFixture, readingOf, sizesOf } from '../fixture-networks.ts';
import { fixture, SHARED, sharedFile } from '../shared-files.ts';

const FIXTURES = fixtureNetworks('pytorch');

const notes = async (name: string) => (await readFixture('pytorch', name)).notes.map(({ text }) => text);
const names = async (name: string) => (await readFixture('pytorch', name)).layers.map((layer) => layer.name);
const activations = async (name: string) =>
  (await readFixture('pytorch', name)).layers.map(({ activation }) => activation);
const messageOf = (bytes: Uint8Array) => readingOf([{ name: 'model.pt', bytes }]);

describe('a file of PyTorch', () => {
  it.each(FIXTURES)('$file gives what PyTorch itself gives', async (expected) => {
    const network = await readFixture('pytorch', expected.file);
    expect(network.source.format).toBe('PyTorch');
    expectNetwork(network, expected);
    for (const [i, { activation }] of network.layers.entries()) {
      expect([undefined, expected.activations[i]]).toContain(activation);
    }
  });

  it.each(FIXTURES)('$file is recognised by what it holds', ({ file }) => {
    expect(trainedFormatOf(fixture(`pytorch/${file}`))?.label).toBe('PyTorch');
  });

  it('has the names of its layers, without those of what wraps them', async () => {
    expect(await names('xor-state.pt')).toEqual(['fc1', 'fc2']);
    expect(await names('xor-checkpoint.pth')).toEqual(['fc1', 'fc2']);
    expect(await names('parallel-double.pt')).toEqual(['0', '2']);
    expect(await names('nested-module.pt')).toEqual(['body.0', 'body.2', 'head']);
  });

  it('has no activations where they are in code, and says so', async () => {
    for (const name of ['xor-state.pt', 'xor-module.pt', 'xor-torchscript.pt', 'reusing-module.pt']) {
      expect(new Set(await activations(name))).toEqual(new Set([undefined]));
      expect(await notes(name)).toContain('activations: not in this file');
    }
  });

  it('has the activations of modules whose order is in the file', async () => {
    expect(await activations('sequential-module.pt')).toEqual(['tanh', 'linear', 'linear']);
    expect(await activations('sequential-legacy.pt')).toEqual(['relu', 'sigmoid']);
    expect(await activations('sequential-torchscript.pt')).toEqual(['relu', 'sigmoid']);
    expect(await activations('nested-module.pt')).toEqual(['leakyrelu', 'tanh', undefined]);
    expect(await notes('nested-module.pt')).toEqual(['activations of head: not in this file']);
  });

  it('says which activations are left out', async () => {
    expect(await notes('activation-first.pt')).toEqual(['before the first layer: tanh']);
    expect(await activations('linear-module.pt')).toEqual(['linear']);
  });

  it('says which layers a normalisation was folded into', async () => {
    expect(await notes('digits-state.pt')).toContain('batch normalisation folded into 1');
  });

  it('names other networks in it, but not what an optimizer keeps', () => {
    const state = (key: string) => new Map<PickleValue, PickleValue>([[`${key}.weight`, 'matrix']]);
    const optimizer = new Map<PickleValue, PickleValue>([
      ['state', new Map([[0, state('exp_avg')]])],
      ['param_groups', []],
    ]);
    const root: PickleValue = new Map<PickleValue, PickleValue>([
      ['generator', state('0')],
      ['discriminator', state('0')],
      ['opt', optimizer],
    ]);
    const tensorOf: TensorOf = (value) =>
      value === 'matrix' ? { shape: [2, 2], values: () => new Float32Array(4) } : undefined;
    expect(foundWeights(root, tensorOf)).toEqual({
      kind: 'state',
      entries: state('0'),
      beside: ['discriminator'],
    });
    expect(foundWeights([state('0'), 3], tensorOf)).toMatchObject({ kind: 'state', beside: [] });
  });

  it.each([
    ['refused-convolution.pt', /^unsupported: It has a convolution \(Conv1d 0\)/],
    ['refused-layer-norm.pt', /^unsupported: It has a layer normalisation \(LayerNorm 1\)/],
    ['refused-lstm.pt', /^unsupported: It has a recurrent layer \(LSTM 1\)/],
    ['refused-weight-norm.pt', /^unsupported: The layer 0 has no matrix .*weight_g.*remove_weight_norm/],
    ['refused-quantised.pt', /^unsupported: It is quantised \(fc1\._packed_params/],
    ['refused-quantised-module.pt', /^unsupported: It is quantised \(Linear fc1\)/],
    ['refused-no-weights.pt', /^unsupported: It holds no weights .*\(epoch, loss\).*state_dict/],
    ['refused-complex.pt', /^unsupported: It has numbers of the type ComplexFloat/],
  ])('%s is refused by name', async (name, message) => {
    expect(await messageOf(fixture(`pytorch/${name}`))).toMatch(message);
  });

  it.each([
    ['xor-state.pt', 'xor-state/data.pkl'.length + 30],
    ['xor-legacy.pth', 15],
  ])('%s that ends early is refused wherever it ends', async (name, recognisable) => {
    const whole = fixture(`pytorch/${name}`);
    for (let length = recognisable; length < whole.length; length++) {
      expect(await messageOf(whole.subarray(0, length))).toMatch(/^damaged: It is damaged/);
    }
  });

  it.each([
    [
      'a shape of more than it has',
      'K\x04K\x02\x86',
      'K\x09K\x02\x86',
      'damaged: Its weights and biases do not fit',
    ],
    ['strides of more than it has', 'K\x02K\x01\x86', 'K\x09K\x01\x86', 'damaged: It is damaged'],
    [
      'a huge shape',
      'K\x04K\x02\x86',
      'M\xff\xffM\xff\xff\x86',
      'too-large: It has a tensor of 65535 × 65535',
    ],
    ['a negative shape', 'K\x04K\x02\x86', 'J\xff\xff\xff\xffK\x02\x86', 'damaged: It is damaged'],
    ['a shape that is no list', 'K\x04K\x02\x86', '}', 'damaged: It is damaged'],
    [
      'a type of numbers that is not known',
      'FloatStorage',
      'OtherStorage',
      'unsupported: It has numbers of the type Other',
    ],
  ])('with %s is refused', async (_, from, to, message) => {
    const bytes = replaced(fixture('pytorch/xor-legacy.pth'), from, to);
    expect(await messageOf(bytes)).toContain(message);
  });

  describe.skipIf(SHARED === undefined)('among the files of others', () => {
    it.each([
      ['xor-state.pt', '2-4-1'],
      ['xor-state-legacy.pth', '2-4-1'],
      ['xor-checkpoint.pth', '2-4-1'],
      ['xor-module.pt', '2-4-1'],
      ['xor-torchscript.pt', '2-4-1'],
      ['digits-bn-state.pt', '64-16-10'],
      ['digits-half-state.pt', '64-16-10'],
    ])('%s is read', async (name, sizes) => {
      const network = await readTrained([{ name, bytes: sharedFile(`made/${name}`) }]);
      expect(sizesOf(network).join('-')).toBe(sizes);
    });

    it.each(['zip-1GB.pt', 'zip-claims-4GB.pt'])('%s is refused', async (name) => {
      expect(await messageOf(sharedFile(`bad/${name}`))).toMatch(/^too-large/);
    });
  });
});

/** Bytes with a piece replaced wherever it is. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const changed = text.replaceAll(from, to);
  if (changed === text) throw new Error(`There is no ${from}.`);
  return Uint8Array.from(changed, (letter) => letter.charCodeAt(0));
}
