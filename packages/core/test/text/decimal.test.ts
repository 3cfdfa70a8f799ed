import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatDecimal, formatMeasure } from '../../src/internal.ts';

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

describe('formatMeasure', () => {
  it.each([
    [0.126, 2, '0.13'],
    [-999_999_999_999_999, 2, '-999999999999999'],
    [1e15, 2, '1e15'],
    [7.800000268485964e30, 2, '7.8e30'],
    [-1.23456e91, 2, '-1.23e91'],
    [9.999e20, 0, '1e21'],
    [Number.MAX_VALUE, 2, '1.8e308'],
  ])('writes %d with at most %i decimals as %s', (value, digits, text) => {
    expect(formatMeasure(value, digits)).toBe(text);
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => formatMeasure(value, 2)).toThrow(RangeError);
  });

  it('has a text for every finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatMeasure(value, 2);
        expect(text).toMatch(/^-?\d+(\.\d+)?(e\d+)?$/);
        if (Math.abs(value) >= 1 && Math.abs(value) < 1e300) expect(Number(text) / value).toBeCloseTo(1, 2);
      }),
    );
  });
});
