import { describe, expect, it } from 'vitest';
import { ImportError, readTrained, trainedFormatOf } from '../../src/index.ts';
import { describeFixtures, readingOf } from '../fixture-networks.ts';
import { fixture, SHARED, sharedFile } from '../shared-files.ts';

/** A file with a header as it is given, and data. */
function safetensors(header: object | string, data = 0): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}

const tensor = (shape: readonly number[], offsets: readonly number[], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: offsets,
});
const reading = (bytes: Uint8Array) => readingOf([{ name: 'a.safetensors', bytes }]);

describeFixtures('safetensors');

describe('a safetensors file', () => {
  it('says what wrote it, and that it has no activations', async () => {
    const network = await readTrained([{ name: 'a', bytes: fixture('safetensors/digits.safetensors') }]);
    expect(network.source).toMatchObject({ format: 'safetensors', producer: 'pt' });
    expect(network.layers.map(({ name }) => name)).toEqual(['1', '4']);
    expect(network.notes.map(({ text }) => text)).toEqual([
      'activations: not in this file',
      'batch normalisation folded into 1',
    ]);
  });

  it('whose names do not say the order of layers has the only one that fits', async () => {
    const { layers, notes } = await readTrained([
      { name: 'a', bytes: fixture('safetensors/iris-half.safetensors') },
    ]);
    expect(layers.map(({ name }) => name)).toEqual(['first', 'second', 'classes']);
    expect(notes[0]!.text).toBe('the order of layers: found by their sizes');
  });

  it('has its wrapper taken off the names of layers, and can be read in a given order', async () => {
    const bytes = fixture('safetensors/xor-double.safetensors');
    expect(await reading(bytes)).toBe('0 2-4, 2 4-2');
    expect(await readingOf([{ name: 'a', bytes }], ['module.2'])).toBe('2 4-2');
    expect(await readingOf([{ name: 'a', bytes }], ['fc'])).toContain(
      'It has no layer fc. Its layers are 0, 2.',
    );
  });

  it('may be in several files', async () => {
    const parts = [
      { name: 'a', bytes: safetensors({ '0.weight': tensor([3, 2], [0, 24]) }, 24) },
      { name: 'b', bytes: safetensors({ '1.weight': tensor([1, 3], [0, 12]) }, 12) },
    ];
    expect(await readingOf(parts)).toBe('0 2-3, 1 3-1');
  });

  it.each([
    [
      'with numbers of eight bits',
      { 'a.weight': tensor([2, 2], [0, 4], 'I8') },
      'unsupported: The array a.weight has numbers of the type I8.',
    ],
    [
      'with a data set',
      { images: tensor([2, 2, 2], [0, 32]), labels: tensor([2], [32, 48], 'I64') },
      'unsupported: It holds a data set or other arrays, no network: images (2 × 2 × 2), labels (2).',
    ],
    ['with a place beyond its end', { 'a.weight': tensor([2, 2], [1000, 1016]) }, 'damaged'],
    ['with a place before its start', { 'a.weight': tensor([2, 2], [-16, 0]) }, 'damaged'],
    [
      'with fewer bytes than numbers',
      { 'a.weight': tensor([2, 2], [0, 8]) },
      'damaged: It is damaged: the array a.weight has 8 bytes for 4 numbers of type F32.',
    ],
    [
      'with arrays in one place',
      { 'a.weight': tensor([2, 2], [0, 16]), 'a.bias': tensor([2], [8, 16]) },
      'overlap',
    ],
    [
      'with a shape of no numbers',
      { 'a.weight': { dtype: 'F32', shape: [2, '2'], data_offsets: [0, 16] } },
      'damaged',
    ],
    ['with a shape of very many', { 'a.weight': tensor([2 ** 31, 2 ** 31], [0, 4]) }, 'too-large'],
    ['with a null for an array', '{"a.weight":null}', 'damaged'],
    [
      'with a name that is no name',
      { [`${'1'.repeat(1001)}.weight`]: tensor([2, 2], [0, 16]) },
      'too-large: The name of 1111111111111111111111111111111… (2 × 2) has 1008 letters',
    ],
    ['with a list for a header', '{"a":1', 'damaged'],
    ['with a nested header', `{"a":${'['.repeat(1000)}`, 'nested more than 100 deep'],
    ['with nothing', {}, 'It holds no arrays.'],
  ])('is refused %s', async (_, header, message) => {
    expect(await reading(safetensors(header, 48))).toContain(message);
  });

  it('is refused where it is cut', async () => {
    const bytes = fixture('safetensors/iris-half.safetensors');
    for (let length = 10; length < bytes.length; length++) {
      await expect(readTrained([{ name: 'a', bytes: bytes.subarray(0, length) }])).rejects.toThrow(
        ImportError,
      );
    }
  });

  it('is known by what it holds', () => {
    expect(trainedFormatOf(safetensors({}))?.label).toBe('safetensors');
    expect(trainedFormatOf(new TextEncoder().encode('        {"layers": []}'))?.label).not.toBe(
      'safetensors',
    );
  });

  it('leaves prototypes as they are', async () => {
    const header =
      '{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[16,20]},"a.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}';
    expect(await reading(safetensors(header, 20))).toBe('a 2-2');
    expect(({} as { dtype?: string }).dtype).toBeUndefined();
  });

  it.skipIf(SHARED === undefined).each([
    ['st-header-2^63', 'too-large'],
    ['st-proto', 'damaged'],
    ['st-shape', 'too-large'],
  ])('of others, %s, is refused', async (name, kind) => {
    expect(await reading(sharedFile(`bad/${name}.safetensors`))).toContain(`${kind}: `);
  });
});
