import { describe, expect, it } from 'vitest';
import { readTrained, trainedFormatOf } from '../../src/index.ts';
import { expectNetwork, fixtureNetworks, readFixture, readingOf, sizesOf } from '../fixture-networks.ts';
import { fixture, SHARED, sharedFile } from '../shared-files.ts';

const FIXTURES = fixtureNetworks('scikit-learn');

const read = (name: string) => readFixture('scikit-learn', name);
const notes = async (name: string) => (await read(name)).notes.map(({ text }) => text);
const messageOf = (bytes: Uint8Array) => readingOf([{ name: 'model.pkl', bytes }]);

describe('a file of scikit-learn', () => {
  it.each(FIXTURES)('$file gives what scikit-learn itself gives', async (expected) => {
    const network = await read(expected.file);
    expectNetwork(network, expected);
    if (expected.file !== 'own.pkl') {
      expect(network.layers.map(({ activation }) => activation)).toEqual(expected.activations);
      expect(network.source).toMatchObject({ format: 'scikit-learn', producer: 'scikit-learn 1.2.1' });
    }
  });

  it.each(FIXTURES)('$file is recognised by what it holds', ({ file }) => {
    expect(trainedFormatOf(fixture(`scikit-learn/${file}`))?.label).toBe('scikit-learn');
  });

  it.each([
    ['a text', 'class\nred\ngreen\nblue'],
    ['a table', '1,2\n3,4'],
    ['a table of squares', 'x^2,y\n3,4'],
    ['JSON', '{"coefs_": []}'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(trainedFormatOf(new TextEncoder().encode(text))?.label).not.toBe('scikit-learn');
  });

  it.each([
    ['zlib', 0x78, 0x01],
    ['a pickle', 0x80, 0x04],
  ])('safetensors is none, with a header as long as the mark of %s', (_, low, high) => {
    const start = [low, high, 0, 0, 0, 0, 0, 0, 0x7b, 0x22];
    expect(trainedFormatOf(Uint8Array.from({ length: 2000 }, (_, i) => start[i] ?? 0x20))?.label).toBe(
      'safetensors',
    );
  });

  it('has the names of classes and of columns', async () => {
    const { inputNames, outputNames } = await read('search.joblib');
    expect(inputNames).toEqual([
      'sepal length (cm)',
      'sepal width (cm)',
      'petal length (cm)',
      'petal width (cm)',
    ]);
    expect(outputNames).toEqual(['setosa', 'versicolor', 'virginica']);
    expect((await read('iris-0.pkl')).outputNames).toEqual(outputNames);
    expect((await read('adam.joblib')).outputNames).toEqual(['0', '1', '2']);
    expect((await read('xor.joblib')).outputNames).toBeUndefined();
  });

  it('names what is left out of a Pipeline', async () => {
    expect(await notes('pipeline.joblib')).toEqual([
      'before the first layer: StandardScaler',
      'before the first layer: PCA (makes 3 inputs of 4)',
    ]);
    expect(await notes('search.joblib')).toEqual(['before the first layer: StandardScaler']);
    expect(await notes('dictionary.joblib')).toEqual(['beside the network: StandardScaler']);
  });

  it('says that matrices alone have no activations', async () => {
    expect(await notes('own.pkl')).toEqual(['activations: not in this file']);
  });

  it.each([
    ['refused-forest.joblib', /^unsupported: .*sklearn\.ensemble\._forest\.RandomForestClassifier/],
    ['refused-means.joblib', /^unsupported: .*KMeans/],
    ['refused-untrained.joblib', /^unsupported: It was not trained: it has no coefs_/],
    ['refused-text.pkl', /^unsupported: It is a pickle of a list of 2/],
    ['refused.joblib.bz2', /^unsupported: It is packed with bz2.*compress='zlib'/],
    ['refused.joblib.xz', /^unsupported: It is packed with xz/],
    ['refused.joblib.lzma', /^unsupported: It is packed with lzma/],
  ])('%s is refused by name', async (name, message) => {
    expect(await messageOf(fixture(`scikit-learn/${name}`))).toMatch(message);
  });

  it.each(['iris-0.pkl', 'iris-4.pkl', 'iris.joblib', 'iris.joblib.z'])(
    '%s that ends early is refused wherever it ends',
    async (name) => {
      const whole = fixture(`scikit-learn/${name}`);
      // Packed bytes lack but a checksum in the end.
      for (let length = 1; length < whole.length - 4; length++) {
        expect(await messageOf(whole.subarray(0, length))).toMatch(/^(damaged: It is damaged|unsupported: )/);
      }
    },
  );

  it('may be of a class of one’s own', async () => {
    const dtype = 'cnumpy\ndtype\nU\x02u1\x85R';
    const array = (rows: number, columns: number) =>
      `cnumpy.core.multiarray\n_reconstruct\n)R(K\x01K${letter(rows)}K${letter(columns)}\x86${dtype}\x89U${letter(rows * columns)}${'a'.repeat(rows * columns)}tb`;
    const letter = (code: number) => String.fromCharCode(code);
    const weights = `U\x07weights(${array(3, 2)}${array(1, 3)}l`;
    const biases = `U\x06biases(${array(3, 1)}${array(1, 1)}l`;
    const text = `c__main__\nNetwork\n)\x81}(U\x05sizes(K\x02K\x03K\x01l${weights}${biases}ub.`;
    const bytes = Uint8Array.from(text, (each) => each.charCodeAt(0));
    const { layers } = await readTrained([{ name: 'a.pkl', bytes: Uint8Array.of(0x80, 2, ...bytes) }]);
    expect(layers).toMatchObject([
      { name: 'weights_0', inputs: 2, outputs: 3 },
      { name: 'weights_1', inputs: 3, outputs: 1 },
    ]);
  });

  it('with arrays of objects that are more than is read together is refused', async () => {
    const { gzipSync } = await import('fflate');
    // An array of objects has a pickle of its own behind it, here one of 900,000 lists.
    const dtype = 'cnumpy\ndtype\nU\x02O8\x85R';
    const array = `cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\x81}(U\x05dtype${dtype}U\x05shapeK\x01\x85ub`;
    const text = `\x80\x02(${`${array}\x80\x02(${']'.repeat(900_000)}l.`.repeat(2)}l.`;
    const bytes = gzipSync(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    expect(await messageOf(bytes)).toMatch(/^too-large: Its pickle holds more objects/);
  });

  it('that is packed in very many pieces is refused', async () => {
    const { gzipSync } = await import('fflate');
    const piece = gzipSync(new Uint8Array(0));
    const bytes = Uint8Array.from(Array.from({ length: 1100 }, () => [...piece]).flat());
    expect(await messageOf(bytes)).toMatch(/^too-large: It is packed in more than 1000 pieces/);
  });

  it('that is packed, but holds no pickle, is refused', async () => {
    const { gzipSync, strToU8 } = await import('fflate');
    const bytes = gzipSync(strToU8('some text'));
    expect(await messageOf(bytes)).toMatch(/^unsupported: It is packed with gzip/);
  });

  describe.skipIf(SHARED === undefined)('among the files of others', () => {
    it.each([
      ['iris-sklearn.pkl', '4-16-8-3'],
      ['iris-sklearn-p5.pkl', '4-16-8-3'],
      ['iris-sklearn.joblib', '4-16-8-3'],
      ['iris-sklearn.joblib.gz', '4-16-8-3'],
      ['iris-sklearn.joblib.z', '4-16-8-3'],
      ['digits-pipeline.joblib', '64-32-10'],
    ])('%s is read', async (name, sizes) => {
      const network = await readTrained([{ name, bytes: sharedFile(`made/${name}`) }]);
      expect(sizesOf(network).join('-')).toBe(sizes);
    });

    it.each([
      ['build-on-function.pkl', /^damaged: It is damaged/],
      ['deep-stack.pkl', /^too-large/],
      ['laughs.pkl', /^damaged: It is damaged: coefs_\[0\] is no array/],
      ['os-system.pkl', /^unsupported: It is a pickle of posix\.system/],
      ['proto-key.pkl', /^unsupported: It is a pickle of a dictionary \(__proto__\)/],
      ['gzip-256MB.joblib', /^too-large/],
      ['zlib-1GB.joblib', /^too-large/],
    ])('%s is refused', async (name, message) => {
      expect(await messageOf(sharedFile(`bad/${name}`))).toMatch(message);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    });
  });
});
