import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/open/json-fault.ts';

describe('the place where JSON ends', () => {
  it('is found in whatever text JSON.parse refuses, and nowhere else', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
      '\t',
      '\u0001',
      '\u007f',
      '"\\u12"',
      '1e5',
      'é',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        const { line, column, message } = jsonFault(text);
        const at =
          text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length +
          (line > 1 ? 1 : 0) +
          column -
          1;
        const parses = (candidate: string) => {
          try {
            JSON.parse(candidate);
            return true;
          } catch {
            return false;
          }
        };
        const sound = message.startsWith('expected the end, but the text ends');
        expect(sound).toBe(parses(text));
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 5000 },
    );
  });
});
