import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseColor } from '../../src/index.ts';
import { COLOR_NAMES } from '../../src/internal.ts';

describe('parseColor', () => {
  it.each([
    ['#0072b2', '#0072B2'],
    ['#E69F00', '#E69F00'],
    ['#f80', '#FF8800'],
    ['#FaF', '#FFAAFF'],
    ['orange', '#FFA500'],
    ['RebeccaPurple', '#663399'],
    ['grey', '#808080'],
    ['black', '#000000'],
  ])('reads %s as %s', (text, color) => {
    expect(parseColor(text)).toBe(color);
  });

  it.each([
    '',
    '#',
    '#ff',
    '#ffff',
    '#00g',
    '#12345',
    '#1234567',
    '#12345678',
    '#00000g',
    'orange ',
    ' orange',
    'rgb(0,0,0)',
  ])('does not know %j', (text) => {
    expect(parseColor(text)).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'default'])(
    'does not know %s',
    (text) => {
      expect(parseColor(text)).toBeUndefined();
    },
  );

  it('reads every CSS name, and its own answers as themselves', () => {
    // The 148 named colours of CSS Color Module Level 4, section 6.1.
    expect(COLOR_NAMES).toHaveLength(148);
    for (const name of COLOR_NAMES) {
      const color = parseColor(name)!;
      expect(color).toMatch(/^#[0-9A-F]{6}$/);
      expect(parseColor(color)).toBe(color);
    }
  });

  it('gives six upper-case digits or nothing for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `#${text}`),
        ),
        (text) => {
          expect(parseColor(text) ?? '#000000').toMatch(/^#[0-9A-F]{6}$/);
        },
      ),
    );
  });
});
