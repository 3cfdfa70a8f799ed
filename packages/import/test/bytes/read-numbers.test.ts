import { describe, expect, it } from 'vitest';
import { type NumberType, readNumbers } from '../../src/bytes/read-numbers.ts';
import { ImportError } from '../../src/index.ts';

describe('numbers in bytes', () => {
  it.each<[NumberType, readonly number[], readonly number[]]>([
    ['f2', [0x00, 0x3c, 0x01, 0x00, 0x00, 0xc0, 0xff, 0x7b], [1, 2 ** -24, -2, 65504]],
    ['bf2', [0x80, 0x3f, 0x49, 0xc0], [1, -3.140625]],
    ['f4', [0, 0, 0x80, 0x3f], [1]],
    ['f8', [0, 0, 0, 0, 0, 0, 0xf0, 0xbf], [-1]],
    ['i1', [0xff, 0x7f], [-1, 127]],
    ['u1', [0xff], [255]],
    ['i2', [0xfe, 0xff], [-2]],
    ['u4', [0xff, 0xff, 0xff, 0xff], [4294967295]],
    ['i8', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [-1]],
    ['b1', [0, 7], [0, 1]],
  ])('of type %s are read at either end first', (type, little, expected) => {
    const size = little.length / expected.length;
    const big = expected.flatMap((_, i) => little.slice(i * size, (i + 1) * size).reverse());
    for (const [bytes, isBigEndian] of [
      [little, false],
      [big, true],
    ] as const) {
      const shifted = Uint8Array.of(9, ...bytes).subarray(1);
      expect([...readNumbers(shifted, { type, count: expected.length, isBigEndian })]).toEqual(expected);
    }
  });

  it('has halves that are infinite or no numbers', () => {
    const read = (...bytes: number[]) => readNumbers(Uint8Array.from(bytes), { type: 'f2', count: 1 })[0];
    expect([read(0, 0x7c), read(0, 0xfc), read(1, 0x7c)]).toEqual([Infinity, -Infinity, Number.NaN]);
  });

  it.each([
    [3, 0],
    [1, 5],
    [-1, 0],
    [2 ** 60, 0],
    [1, -4],
    [1, 0.5],
  ])('are refused where there are fewer: %f from %f', (count, offset) => {
    expect(() => readNumbers(new Uint8Array(8), { type: 'f4', count, offset })).toThrow(ImportError);
  });
});
