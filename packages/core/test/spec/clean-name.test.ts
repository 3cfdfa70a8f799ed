import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../../src/internal.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }),
        fc.constantFrom(0x20, 0x301, 0x65, 0x202e, 0xfeff, 0xd83e),
      ),
    )
    .map((units) => String.fromCharCode(...units)),
);

describe('cleanName', () => {
  it.each([
    ['My network', 'My network'],
    ['  a \t\r\n  b ', 'a b'],
    ['a\u00a0b\u2028c\u3000d', 'a b c d'],
    ['a\u0000b\u0007c\u009bd\u007fe', 'abcde'],
    ['\u202Eabc\u202C \u2066x\u2069', 'abc x'],
    ['\uFEFFa\uFEFFb', 'ab'],
    ['a\uD800b', 'ab'],
    ['a\uDC00', 'a'],
    ['a\uFFFEb\uFFFFc\uFDD0', 'abc'],
    ['\u{1FFFE}a', 'a'],
    ['e\u0301', '\u00e9'],
    ['e\u0000\u0301', '\u00e9'],
    ['a \u0000 b', 'a b'],
    ['🧠👩‍🔬🇩🇪', '🧠👩‍🔬🇩🇪'],
    ['שלום 你好 مرحبا', 'שלום 你好 مرحبا'],
    ['<&"\'>]]>', '<&"\'>]]>'],
    ['\u0000', ''],
  ])('makes of %j %j', (name, cleaned) => {
    expect(cleanName(name)).toBe(cleaned);
  });

  it('leaves a clean name as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cleaned = cleanName(text);
        expect(cleanName(cleaned)).toBe(cleaned);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives one line of characters that XML 1.0 allows', () => {
    // https://www.w3.org/TR/xml/#charsets, less the line breaks and tabs.
    const allowed = /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
    fc.assert(
      fc.property(texts, (text) => {
        const cleaned = cleanName(text);
        expect(cleaned).toMatch(allowed);
        expect(cleaned).not.toMatch(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|^ | $| {2}/u);
      }),
      { numRuns: 2000 },
    );
  });
});
