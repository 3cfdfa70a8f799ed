import { readFileSync } from 'node:fs';
import { byteMutations, mutate } from '@neurofab/test-kit';
import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FONT_DATA } from '../src/bundled/font-data.ts';
import { bundledFont, FontError, openFont, outlineOf } from '../src/index.ts';
import { sfntOf } from '../src/sfnt-of.ts';
import { areaOf, sum } from './areas.ts';
import { checkLettering } from './check-lettering.ts';

const WOFF = new Uint8Array(Buffer.from(FONT_DATA, 'base64'));
const TTF = sfntOf(WOFF);
// Written by opentype.js: an H of lines, an o of cubic curves whose circles have radii of 400 and 200, an x of two bars that
// cross, an n of nothing, a z of 400 lines to and fro.
const OTF = new Uint8Array(readFileSync(new URL('letters.otf', import.meta.url)));

describe('a sound font', () => {
  it('gives the same as TTF and as WOFF', async () => {
    expect(outlineOf('Anna', await openFont(TTF))).toEqual(outlineOf('Anna', await bundledFont()));
  });

  it('is read where it is a part of larger memory', async () => {
    const memory = new Uint8Array(WOFF.length + 10);
    memory.set(WOFF, 5);
    expect((await openFont(memory.subarray(5, -5))).capitalHeight).toBeGreaterThan(0);
  });

  it('may be PostScript, with curves within a hundredth', async () => {
    const font = await openFont(OTF);
    const { rings, polygons, width } = outlineOf('o', font);
    expect(polygons.length).toBeGreaterThan(8);
    expect(width).toBeCloseTo(0.8, 6);
    expect(sum(rings.map(areaOf))).toBeCloseTo(Math.PI * (0.16 - 0.04), 1);
    for (const [x, y] of rings.flat()) {
      const radius = Math.hypot(x - 0.4, y - 0.4);
      expect(Math.min(Math.abs(radius - 0.4), Math.abs(radius - 0.2))).toBeLessThan(0.002);
    }
  });

  it('may have lines that cross: they are one area', async () => {
    const cross = outlineOf('x', await openFont(OTF));
    checkLettering(cross);
    expect(cross.rings).toHaveLength(1);
    expect(sum(cross.rings.map(areaOf))).toBeCloseTo(0.36, 6);
  });

  it('may lack most characters', async () => {
    expect(outlineOf('Hello', await openFont(OTF)).missing).toEqual(['e', 'l']);
  });
});

describe('a font with a fault in a letter', () => {
  it('lacks a letter of which nothing is drawn', async () => {
    expect(outlineOf('Hon', await openFont(OTF)).missing).toEqual(['n']);
  });

  it('is refused for an outline that is far too long', async () => {
    const font = await openFont(OTF);
    expect(() => outlineOf('Hz', font)).toThrow(FontError);
    expect(() => outlineOf('Hz', font)).toThrow('far too long');
  });
});

describe('what gives no font', () => {
  const text = (value: string) => new TextEncoder().encode(value);

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /no font/],
    ['a text', text('Hello, world'), /no font/],
    ['a WOFF2 font', text('wOF2 and more'), /WOFF2.*TTF, OTF or WOFF/],
    ['a collection', text('ttcf and more'), /collection.*TTF or OTF/],
    ['the start of a WOFF font', WOFF.slice(0, 30), /damaged/],
    ['half of a WOFF font', WOFF.slice(0, WOFF.length / 2), /damaged/],
    ['a TTF font without tables', TTF.slice(0, 12), /no characters, or is damaged/],
    ['a font without outlines', withoutTable(TTF, 'glyf'), /no outlines, or is damaged/],
    ['a font without characters', withoutTable(TTF, 'cmap'), /no characters, or is damaged/],
    ['a WOFF font that says it is larger than memory', hugeWoff(), /larger than 64 MiB/],
    ['a WOFF font with a table that unpacks to more than it says', bomb(), /damaged/],
  ])('is refused with a sentence: %s', async (_, bytes, message) => {
    const error = await openFont(bytes).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(FontError);
    expect((error as FontError).message).toMatch(message);
    expect((error as FontError).message).toMatch(/^[A-Z][^\n]*\.$/);
  });
});

it.each<[string, Uint8Array]>([
  ['TTF', TTF],
  ['WOFF', WOFF],
  ['OTF', OTF],
])('whatever is done to a %s font, it gives letters that are sound, or a FontError', async (_, bytes) => {
  const changes = fc.array(byteMutations, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(changes, async (mutations) => {
      try {
        const lettering = outlineOf('Hox Łódź', await openFont(mutate(bytes, mutations)));
        checkLettering(lettering);
        expect(lettering.missing.length > 0).toBe(lettering.polygons.length === 0);
      } catch (error) {
        expect(error).toBeInstanceOf(FontError);
      }
    }),
    { numRuns: 300 },
  );
});

/** With another name for a table, so that nobody finds it. */
function withoutTable(sfnt: Uint8Array, name: string): Uint8Array {
  const copy = sfnt.slice();
  const at = Buffer.from(copy.buffer).indexOf(name);
  copy.set(new TextEncoder().encode('none'), at);
  return copy;
}

function hugeWoff(): Uint8Array {
  const copy = WOFF.slice();
  new DataView(copy.buffer).setUint32(44 + 12, 2 ** 31);
  return copy;
}

/** One table of a WOFF font, which says that it has 1000 bytes, and holds a million. */
function bomb(): Uint8Array {
  const packed = zlibSync(new Uint8Array(1_000_000));
  const woff = new Uint8Array(64 + packed.length);
  const view = new DataView(woff.buffer);
  woff.set(new TextEncoder().encode('wOFF'));
  view.setUint16(12, 1);
  view.setUint32(48, 64);
  view.setUint32(52, packed.length);
  view.setUint32(56, packed.length + 1000);
  woff.set(packed, 64);
  return woff;
}
