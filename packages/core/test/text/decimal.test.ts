import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatDecimal } from '../../src/index.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [20_000_000, '20,000,000'],
])('writes the count %d with commas', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

describe('formatDecimal', () => {
  it.each([
    [0, 6, '0'],
    [-0, 6, '0'],
    [1, 6, '1'],
    [100, 0, '100'],
    [100, 6, '100'],
    [0.1 + 0.2, 6, '0.3'],
    [-1.5, 3, '-1.5'],
    [1.23456789, 6, '1.234568'],
    [0.0004, 3, '0'],
    [-0.0004, 3, '0'],
    [1e-7, 6, '0'],
    [1e-7, 7, '0.0000001'],
    [123456789012, 2, '123456789012'],
    [1e20, 1, '100000000000000000000'],
    [10.1, 0, '10'],
  ])('writes %d with at most %i decimals as %s', (value, digits, text) => {
    expect(formatDecimal(value, digits)).toBe(text);
  });

  it.each([Number.NaN, Infinity, -Infinity, 1e21, -1e300])('refuses %d', (value) => {
    expect(() => formatDecimal(value, 6)).toThrow(RangeError);
  });

  it('writes plain decimals that read back to the rounded number', () => {
    const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 9 }), (value, digits) => {
        const text = formatDecimal(value, digits);
        expect(text).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(text).not.toBe('-0');
        expect((text.split('.')[1] ?? '').length).toBeLessThanOrEqual(digits);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(
          0.5 * 10 ** -digits + Math.abs(value) * 2 ** -52,
        );
      }),
    );
  });
});
