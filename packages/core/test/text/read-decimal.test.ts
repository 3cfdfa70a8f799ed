import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDecimal } from '../../src/internal.ts';

function parsed(text: string): number {
  const bytes = new TextEncoder().encode(`1${text}1`);
  return readDecimal(bytes, 1, bytes.length - 1);
}

const texts = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toExponential(6)),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(6)),
  fc.stringMatching(/^[+-]?\d{0,25}\.?\d{1,25}([eE][+-]?\d{1,3})?$/),
);

it('reads a number to the last bit as Number does', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(parsed(text)).toBe(Number(text));
    }),
    { numRuns: 5000 },
  );
});

it.each([
  '0',
  '-0',
  '+1',
  '1.',
  '.5',
  '-.5e-3',
  '1E5',
  '1e999',
  '-1e999',
  '0e999',
  '1e-999',
  '000000000000000000001',
])('takes %s for a number', (text) => {
  expect(parsed(text)).toBe(Number(text));
});

it.each([
  '',
  '.',
  '-',
  '+',
  'e5',
  '1e',
  '1e+',
  '1e1.5',
  '1,5',
  '1.2.3',
  '0x10',
  '1_000',
  'nan',
  'inf',
  'Infinity',
  '1 ',
  '--1',
  '1-',
])('takes %j for none', (text) => {
  expect(parsed(text)).toBeNaN();
});

it('does not go by what is too long to be a number', () => {
  expect(parsed(Number.MAX_VALUE.toFixed(6))).toBe(1.7976931348623157e308);
  expect(parsed('1'.repeat(1000))).toBeNaN();
});
