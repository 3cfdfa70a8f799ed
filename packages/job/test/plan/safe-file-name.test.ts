import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../src/plan/safe-file-name.ts';

describe('a name as a file name', () => {
  it.each([
    ['Anna', 'Anna'],
    ["Anna's net, 3-6-6", "Anna's net, 3-6-6"],
    ['神经 🧠', '神经 🧠'],
    ['👩🏽‍🔬', '👩🏽‍🔬'],
    ['a/b\\c', 'a-b-c'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\net', 'C-net'],
    ['<a href="x">', 'a href=-x'],
    ['a\u0000b\nc\u200ed', 'ab cd'],
    ['.hidden', 'hidden'],
    ['-o', 'o'],
    ['trailing. . ', 'trailing'],
    ['CON', 'CON_'],
    ['nul.net', 'nul_.net'],
    ['com1 .x', 'com1 _.x'],
    ['console', 'console'],
  ])('keeps what it can of %j: %j', (name, file) => {
    expect(safeFileName(name)).toBe(file);
  });

  it.each(['', ' ', '.', '..', '/', '---', '\u200b', '?*'])('is none for %j', (name) => {
    expect(safeFileName(name)).toBeUndefined();
  });

  it('is one that every system takes, whatever the name, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const file = safeFileName(name);
        if (file === undefined) return;
        expect(file).toMatch(/^[^\s.\p{Cc}<>:"/\\|?*-][^\p{Cc}\p{Cs}<>:"/\\|?*]*$/u);
        expect(file).toMatch(/[^\s.]$/);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(201);
        expect(safeFileName(file)).toBe(file);
      }),
    );
  });

  it('has at most 200 bytes, and whole letters', () => {
    expect(safeFileName('é'.repeat(500))).toBe('é'.repeat(100));
    expect(safeFileName(`a${'🧠'.repeat(500)}`)).toBe(`a${'🧠'.repeat(49)}`);
  });
});
