import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError, readTrained, type TrainedNetwork } from '../../src/index.ts';
import { expectNetwork, fixtureNetworks, readFixture, refusalOf, sizesOf } from '../fixture-networks.ts';
import { expectedOf, fixture, SHARED, sharedFile } from '../shared-files.ts';

const FIXTURES = fixtureNetworks('keras');
const named = (bytes: Uint8Array) => [{ name: 'model', bytes }];
const read = (bytes: Uint8Array) => readTrained(named(bytes));
const texts = ({ notes }: TrainedNetwork) => notes.map(({ code, text }) => `${code}: ${text}`);

/** A fixture with other text of the same length in place of some. */
function replaced(file: string, text: string, other: string): Uint8Array {
  if (text.length !== other.length) throw new Error('The texts are not equally long.');
  const bytes = fixture(`keras/${file}`);
  const at = Buffer.from(bytes).indexOf(text);
  if (at === -1) throw new Error(`It has no ${text}.`);
  bytes.set(strToU8(other), at);
  return bytes;
}

/** The archive of Keras 3 with members replaced, or left out where they are `undefined`. */
function archive(members: Readonly<Record<string, unknown>>): Uint8Array {
  const all = { ...unzipSync(fixture('keras/sequential-3.keras')), ...members };
  const kept = Object.entries(all).filter(([, content]) => content !== undefined);
  return zipSync(
    Object.fromEntries(
      kept.map(([name, content]) => [
        name,
        content instanceof Uint8Array ? content : strToU8(JSON.stringify(content)),
      ]),
    ),
  );
}

describe('files of Keras', () => {
  it.each(FIXTURES)('give the layers and the outputs of $file', async (expected) => {
    const network = await readFixture('keras', expected.file);
    expectNetwork(network, expected);
    expect(network.source.format).toBe('Keras');
    const keepsActivations = !expected.file.startsWith('weights');
    expect(network.layers.map(({ activation }) => activation)).toEqual(
      expected.activations.map((activation) => (keepsActivations ? activation : undefined)),
    );
  });

  it.each([
    ['sequential-1.h5', 'keras 1.2.1', ['dense_1', 'dense_2'], []],
    [
      'sequential-2.h5',
      'keras 2.15.0',
      ['hidden', 'second', 'out'],
      ['folded: batch normalisation folded into second'],
    ],
    ['functional-2.h5', 'keras 2.15.0', ['first', 'last'], []],
    [
      'sequential-3.keras',
      'keras 3.9.2',
      ['dense_7', 'dense_8', 'dense_9'],
      ['folded: batch normalisation folded into dense_8'],
    ],
    [
      'functional-3.keras',
      'keras 2.13.1',
      ['first', 'last'],
      ['left-out: before the first layer: Rescaling'],
    ],
    [
      'weights-2.h5',
      undefined,
      ['zeta', 'alpha'],
      ['unknown: activations: not in this file', 'folded: batch normalisation folded into zeta'],
    ],
  ] as const)('keep names, notes and the producer of %s', async (file, producer, names, notes) => {
    const network = await readFixture('keras', file);
    expect(network.source.producer).toBe(producer);
    expect(network.layers.map(({ name }) => name)).toEqual(names);
    expect(texts(network)).toEqual(notes);
  });

  it('are read in a given order where they keep weights alone', async () => {
    const bytes = fixture('keras/weights-3.weights.h5');
    const network = await readTrained(named(bytes), { layerOrder: ['one', 'two'] });
    expect(network.layers.map(({ name }) => name)).toEqual(['one', 'two']);
    const unknown = await readTrained(named(bytes), { layerOrder: ['three'] }).catch((error) => error);
    expect(unknown).toBeInstanceOf(ImportError);
  });

  it.each([
    [
      'its layer',
      { class_name: 'Sequential', config: { layers: [layer('Conv2D', 'c')] } },
      'unsupported',
      'a convolution (Conv2D c)',
    ],
    ['its class', { class_name: 'Mine', config: { size: 4 } }, 'unsupported', 'of the class Mine'],
    ['nothing', 'text', 'unsupported', 'lists no layers'],
    [
      'weights that are missing',
      {
        class_name: 'Sequential',
        config: [
          layer('Dense', 'x', { units: 2 }),
          layer('Dense', 'y'),
          layer('Dense', 'z'),
          layer('Dense', 'w'),
        ],
      },
      'damaged',
      'The layer x',
    ],
    [
      'layers that are missing',
      { class_name: 'Sequential', config: [layer('BatchNormalization', 'absent', { scale: true })] },
      'damaged',
      'the layer absent has no',
    ],
  ] as const)('are refused for %s', async (_, config, kind, message) => {
    const error = await refusalOf(named(archive({ 'config.json': config })));
    expect(error.message).toContain(message);
    expect(error.kind).toBe(kind);
  });

  it.each([
    ['model.weights.h5', undefined, 'without its model.weights.h5'],
    ['model.weights.h5', strToU8('no HDF5 file'), 'HDF5'],
    ['config.json', undefined, 'without its config.json'],
    ['config.json', strToU8('{"class_name":'), 'JSON'],
  ] as const)('are refused where their %s is missing or damaged', async (name, content, message) => {
    const error = await refusalOf(named(archive({ [name]: content })));
    expect(error.kind).toBe('damaged');
    expect(error.message).toContain(message);
  });

  it.each([
    ['fewer units', 'sequential-1.h5', '"output_dim": 4', '"output_dim": 3', 'is to have 3 outputs'],
    ['no kernel', 'sequential-2.h5', 'hidden/kernel:0', 'hidden/kernul:0', 'the layer hidden has no kernel'],
    ['a configuration that breaks off', 'latest.h5', '"class_name"', '"class_name{', 'JSON'],
  ] as const)('are refused where they have %s', async (_, file, text, other, message) => {
    const error = await refusalOf(named(replaced(file, text, other)));
    expect(error.kind).toBe('damaged');
    expect(error.message).toContain(message);
  });

  it('are refused where they are other HDF5 files', async () => {
    const error = await refusalOf(named(replaced('packed.h5', 'model_config', 'other_config')));
    expect(error.kind).toBe('unsupported');
    expect(error.message).toContain('holds no network of Keras');
  });

  it.each(['latest.h5', 'functional-3.keras', 'weights-3.weights.h5'])(
    'give a network or a refusal wherever %s is cut off',
    async (file) => {
      const bytes = fixture(`keras/${file}`);
      for (let length = 8; length < bytes.length; length += 7) {
        const result = await read(bytes.subarray(0, length)).catch((error) => error);
        expect(result instanceof ImportError || result.layers.length > 0).toBe(true);
      }
    },
  );

  it('are refused where a chunk inflates to more than it should', async () => {
    const bytes = fixture('keras/packed.h5');
    // The shape of the chunks of the first kernel, 2 × 3 numbers of four bytes: a column less.
    const at = Buffer.from(bytes).indexOf(Uint8Array.of(2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0));
    bytes[at + 4] = 2;
    expect((await refusalOf(named(bytes))).message).toContain('does not unpack to its size');
  });
});

describe.skipIf(SHARED === undefined)("other people's files of Keras", () => {
  it.each(expectedOf('.h5', '.keras'))(
    'give what is known of $file',
    async ({ file, layers, activations }) => {
      const network = await read(sharedFile(`real/${file}`));
      expect(sizesOf(network).join('-')).toBe(layers);
      expect(network.layers.map(({ activation }) => activation).join(',')).toBe(activations);
    },
  );

  it.each(['ok-be-f2.h5', 'ok-gzip-shuffle.h5', 'ok-latest.h5', 'ok-longattr.h5'])(
    'are read where odd: %s',
    async (file) => {
      const { layers } = await read(sharedFile(`bad/${file}`));
      const sum = [...layers[0]!.weights].reduce((total, weight) => total + Math.abs(weight), 0);
      expect(layers[0]).toMatchObject({ name: 'd', inputs: 4, outputs: 3, activation: 'relu' });
      expect(sum).toBeCloseTo(6.785, 2);
    },
  );

  it.each(['h5-bomb.h5', 'h5-huge-shape.h5'])('are refused where they claim too much: %s', async (file) => {
    const error = await refusalOf(named(sharedFile(`bad/${file}`)));
    expect(error.kind).toBe('too-large');
  });
});

function layer(className: string, name: string, config: object = {}): object {
  return { class_name: className, config: { name, ...config } };
}
