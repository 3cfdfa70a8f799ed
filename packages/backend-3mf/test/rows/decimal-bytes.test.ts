import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_DECIMAL_BYTES, putDecimal, putInteger } from '../../src/rows/decimal-bytes.ts';

function print(value: number, put = putDecimal): string {
  const bytes = new Uint8Array(MAX_DECIMAL_BYTES + 2);
  const end = put(bytes, 1, value);
  expect([bytes[0], ...bytes.subarray(end)].every((byte) => byte === 0)).toBe(true);
  return new TextDecoder().decode(bytes.subarray(1, end));
}

it('prints the shortest text', () => {
  expect([0, -0, 1, -1, 0.5, 10, 100, -20.25, 1e6].map((value) => print(value))).toEqual([
    '0',
    '0',
    '1',
    '-1',
    '0.5',
    '10',
    '100',
    '-20.25',
    '1000000',
  ]);
  expect(print(Math.fround(0.1))).toBe('0.1');
  expect(print(Math.fround(58.99992))).toBe('58.99992');
  expect(print(2 ** -14)).toBe('0.000061035156');
});

it('prints what reads back as the same float32', () => {
  const coordinate = fc
    .float({ noNaN: true, min: -10_000_000, max: 10_000_000 })
    .filter((value) => Math.abs(value) >= 2 ** -16);
  fc.assert(
    fc.property(coordinate, (value) => {
      const text = print(value);
      expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
      expect(Math.fround(Number(text))).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

it('prints every coordinate of the lattice so that it reads back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 24), max: 2 ** 24 }), (step) => {
      const coordinate = step / 2 ** 16;
      expect(Math.fround(Number(print(coordinate)))).toBe(coordinate);
    }),
    { numRuns: 2000 },
  );
});

it('rounds what is next to nothing to 12 decimals, never to -0', () => {
  expect(print(Math.fround(-2.4e-16))).toBe('0');
  expect(print(Math.fround(1.5e-9))).toBe('0.0000000015');
  expect(print(Math.fround(-1.23456789e-6))).toBe('-0.000001234568');
});

it('fits the longest text into the bytes it promises', () => {
  expect(print(Math.fround(-999_999_995_904)).length).toBeLessThanOrEqual(MAX_DECIMAL_BYTES);
  expect(print(Math.fround(-0.000012345678)).length).toBeLessThanOrEqual(MAX_DECIMAL_BYTES);
});

it('refuses what is no coordinate', () => {
  for (const value of [NaN, Infinity, -Infinity, 1e12]) expect(() => print(value)).toThrow(RangeError);
});

it('prints whole numbers', () => {
  fc.assert(fc.property(fc.nat(), (value) => print(value, putInteger) === String(value)));
});
