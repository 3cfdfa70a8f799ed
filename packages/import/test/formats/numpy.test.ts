import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError, readTrained } from '../../src/index.ts';
import { describeFixtures, readingOf } from '../fixture-networks.ts';
import { fixture, SHARED, sharedFile } from '../shared-files.ts';

/** An array with a header as it is given, and as many zero bytes. */
function npy(header: string, data: number, version = 1): Uint8Array {
  const text = new TextEncoder().encode(header);
  const start = version === 1 ? 10 : 12;
  const bytes = new Uint8Array(start + text.length + data);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  new DataView(bytes.buffer).setUint16(8, text.length, true);
  bytes.set(text, start);
  return bytes;
}

const header = (type: string, shape: string) =>
  `{'descr': '${type}', 'fortran_order': False, 'shape': ${shape}, }\n`;
const reading = (bytes: Uint8Array) => readingOf([{ name: 'a.npy', bytes }]);

describeFixtures('numpy');

describe('arrays of NumPy', () => {
  it.each([
    [1, '<f4', 24],
    [2, '>f8', 48],
    [3, '<f2', 12],
    [1, '|i1', 6],
    [1, '>i8', 48],
  ])('are read in version %i with numbers of type %s', async (version, type, size) => {
    expect(await reading(npy(header(type, '(2, 3)'), size, version))).toBe('a 2-3');
  });

  it.each([
    [
      'Python objects',
      npy(header('|O', '(2,)'), 99),
      'unsupported: The array a holds Python objects, which are pickles.',
    ],
    [
      'several fields',
      npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2, 2)}", 99),
      'type of several fields',
    ],
    [
      'complex numbers',
      npy(header('<c8', '(2, 2)'), 99),
      'unsupported: The array a has numbers of the type <c8.',
    ],
    ['fewer numbers than they claim', npy(header('<f4', '(2, 3)'), 23), 'damaged'],
    ['very many numbers', npy(header('<f4', '(99999999999, 99999999999)'), 23), 'too-large'],
    ['three dimensions', npy(header('<f4', '(2, 2, 2)'), 32), 'data set or other arrays'],
    ['no shape', npy("{'descr': '<f4', 'fortran_order': False}", 32), 'damaged'],
    ['code for a shape', npy(header('<f4', '(__import__("os"),)'), 32), 'damaged'],
    ['a header beyond the end', npy(header('<f4', '(2, 3)'), 24).subarray(0, 40), 'damaged'],
  ])('with %s are refused', async (_, bytes, message) => {
    expect(await reading(bytes)).toContain(message);
  });

  it('in an archive are refused where they are a data set', async () => {
    const bytes = zipSync({
      'x_train.npy': npy(header('<f4', '(6, 2)'), 48),
      'y_train.npy': npy(header('<i4', '(6,)'), 24),
    });
    expect(await reading(bytes)).toContain(
      'unsupported: It holds a data set or other arrays, no network: x_train (6 × 2), y_train (6).',
    );
  });

  it('are refused where they are cut', async () => {
    const bytes = fixture('numpy/iris-w3.npy');
    for (let length = 6; length < bytes.length; length++) {
      await expect(readTrained([{ name: 'a', bytes: bytes.subarray(0, length) }])).rejects.toThrow(
        ImportError,
      );
    }
  });

  it.skipIf(SHARED === undefined).each([
    ['iris.npz', 'coefs_0 4-16, coefs_1 16-8, coefs_2 8-3'],
    ['iris-z.npz', 'arr_0 4-16, arr_2 16-8, arr_4 8-3'],
    ['fortran.npz', 'w 4-16'],
  ])('of others, %s, are read', async (name, layers) => {
    expect(await reading(sharedFile(`made/${name}`))).toBe(layers);
  });
});
