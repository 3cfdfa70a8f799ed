import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRAILLE_SIZES, brailleOf } from '../src/index.ts';

// The right sides as a Braille reader writes them: Unicode's Braille patterns, whose lowest six bits are dots 1 to 6.
it.each([
  ['anna', '⠁⠝⠝⠁'],
  ['Anna', '⠠⠁⠝⠝⠁'],
  ['ANNA', '⠠⠠⠁⠝⠝⠁'],
  ['Anna B', '⠠⠁⠝⠝⠁⠀⠠⠃'],
  ['McLEOD', '⠠⠍⠉⠠⠠⠇⠑⠕⠙'],
  ['Müller', '⠠⠍⠘⠒⠥⠇⠇⠑⠗'],
  ['Éva Šťastná', '⠠⠘⠌⠑⠧⠁⠀⠠⠘⠬⠎⠘⠬⠞⠁⠎⠞⠝⠘⠌⠁'],
  ['Łódź', '⠠⠈⠡⠇⠘⠌⠕⠙⠘⠌⠵'],
  ['Strauß', '⠠⠎⠞⠗⠁⠥⠨⠮'],
  ['2024', '⠼⠃⠚⠃⠙'],
  ['3.5', '⠼⠉⠲⠑'],
  ['3a, 4k, 5B', '⠼⠉⠰⠁⠂⠀⠼⠙⠅⠂⠀⠼⠑⠠⠃'],
  ["O'Brien, wait!", '⠠⠕⠄⠠⠃⠗⠊⠑⠝⠂⠀⠺⠁⠊⠞⠖'],
  ['"Who?" ?', '⠦⠠⠺⠓⠕⠦⠴⠀⠰⠦'],
  ['3-6-2', '⠼⠉⠤⠼⠋⠤⠼⠃'],
])('writes %s', (text, expected) => {
  const patterns = brailleOf(text).cells.map((cell) =>
    String.fromCharCode(0x2800 + cell.reduce((bits, dot) => bits | (1 << (dot - 1)), 0)),
  );
  expect(patterns.join('')).toBe(expected);
});

it('gives the same for accents of their own', () => {
  expect(brailleOf('Müller'.normalize('NFD'))).toEqual(brailleOf('Müller'));
});

it('lists what it has no cells for, each once with its accents, and gives none', () => {
  expect(brailleOf('Łęcka, Ęę Юлія 😀')).toMatchObject({
    cells: [],
    dots: [],
    width: 0,
    missing: ['ę', 'Ę', 'Ю', 'л', 'і', 'я', '😀'],
  });
  expect(brailleOf('a\nb').missing).toEqual(['\n']);
});

it('gives nothing for no text', () => {
  expect(brailleOf('')).toMatchObject({ cells: [], dots: [], width: 0, height: 0, missing: [] });
});

describe('its dots', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'abcxyzABC 0123,.ü'), minLength: 1, maxLength: 30 });

  it('lie on a grid of 2.5 mm in cells 6 mm apart, as many as are raised', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { cells, dots, width, height } = brailleOf(text);
        const read = cells.map((): number[] => []);
        for (const [x, y] of dots) {
          const cell = Math.floor(x / 6);
          const column = (x - 0.75 - 6 * cell) / 2.5;
          const row = (height - 0.75 - y) / 2.5;
          expect([0, 1]).toContain(column);
          expect([0, 1, 2]).toContain(row);
          read[cell]!.push(1 + row + 3 * column);
        }
        expect(read).toEqual(cells);
        expect(width).toBe(6 * (cells.length - 1) + 4);
      }),
    );
  });

  it('are as far apart as they are said to be, and within the line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { dots, width, height } = brailleOf(text);
        const radius = BRAILLE_SIZES.dotDiameter / 2;
        for (const [i, [x, y]] of dots.entries()) {
          expect(x).toBeGreaterThanOrEqual(radius);
          expect(x).toBeLessThanOrEqual(width - radius);
          expect(y).toBeGreaterThanOrEqual(radius);
          expect(y).toBeLessThanOrEqual(height - radius);
          for (const [otherX, otherY] of dots.slice(i + 1)) {
            expect(Math.hypot(otherX - x, otherY - y)).toBeGreaterThanOrEqual(BRAILLE_SIZES.dotSpacing);
          }
        }
      }),
    );
  });
});
