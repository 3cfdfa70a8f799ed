import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanDecimal, scanWhole } from '../../../src/read/xml/scan-number.ts';

function bytesOf(text: string): [bytes: Uint8Array, start: number, end: number] {
  // With something around it that must not be read.
  const bytes = new TextEncoder().encode(`9${text}9`);
  return [bytes, 1, bytes.length - 1];
}

it('reads every decimal number as JavaScript does, to the last bit', () => {
  const digits = fc.stringMatching(/^[0-9]{1,30}$/);
  const decimals = fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      digits,
      fc.option(digits, { nil: undefined }),
      fc.option(fc.integer({ min: -330, max: 330 }), { nil: undefined }),
    )
    .map(
      ([sign, whole, part, exponent]) =>
        sign +
        whole +
        (part === undefined ? '' : `.${part}`) +
        (exponent === undefined ? '' : `e${exponent}`),
    );
  const doubles = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);
  fc.assert(
    fc.property(fc.oneof(decimals, doubles), (text) => {
      expect(scanDecimal(...bytesOf(text))).toBe(Number(text));
    }),
    { numRuns: 3000 },
  );
});

it('reads whole numbers up to 2^31 - 1 and nothing else', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), (number) => {
      expect(scanWhole(...bytesOf(String(number)))).toBe(number);
      expect(scanWhole(...bytesOf(` +0${number}\n`))).toBe(number);
      expect(scanWhole(...bytesOf(`-${number + 1}`))).toBeNaN();
      expect(scanWhole(...bytesOf(String(number + 2 ** 31)))).toBeNaN();
      expect(scanWhole(...bytesOf(`${number}.0`))).toBeNaN();
    }),
  );
});

it('takes no time for a long text that is no number', () => {
  for (const text of ['1'.repeat(60_000), `${'1'.repeat(390)}x`, ' '.repeat(60_000), `${' '.repeat(399)}x`]) {
    expect(scanWhole(...bytesOf(text))).toBeNaN();
    expect(scanDecimal(...bytesOf(`${text}e`))).toBeNaN();
  }
});
