import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  bundledFont,
  type Font,
  FontError,
  leastStroke,
  outlineOf,
  outlineOfRings,
  type Polygon,
} from '../src/index.ts';
import { areaOf, edgesOf, sum, turnOf } from './areas.ts';
import { charactersOf } from './characters.ts';
import { checkLettering, countReflex } from './check-lettering.ts';

let font: Font;
let characters: string[];

beforeAll(async () => {
  font = await bundledFont();
  characters = charactersOf(font);
});

describe('the bundled font', () => {
  it('has the letters of Europe', () => {
    const pangrams = [
      'Pijamalı hasta yağız şoföre çabucak güvendi.',
      'Příliš žluťoučký kůň úpěl ďábelské ódy.',
      'Zażółć gęślą jaźń; Árvíztűrő tükörfúrógép; Quizdeltagerne spiste jordbær.',
      'Kaldværs, Þórdís, Ñandú, L’Œuvre, Straße, ȘȚșț, Ķīļņģ, Ėąžuolė',
      'Do bạch kim rất quý sẽ để lắp vô xương.',
      'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία; Ωΐμοι',
      'Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п’яне знаємо.',
      'Љубазни фењерџија чађавог лица хоће да ми покаже штос.',
      'דג סקרן שט בים מאוכזב ולפתע מצא חברה',
    ];
    expect(pangrams.flatMap((text) => outlineOf(text, font).missing)).toEqual([]);
  });

  it.each([5, 8, 20])('gives convex pieces that fit together of each character, %d mm high', (height) => {
    for (const character of characters) checkLettering(outlineOf(character, font), height);
  });

  it('has strokes of 0.8 mm in letters of 5 mm', () => {
    const thin = characters.filter((character) => 5 * leastStroke(outlineOf(character, font).rings) < 0.8);
    expect(thin).toEqual([]);
  });

  it('gives no piece thinner than 0.005', () => {
    const pieces = characters.flatMap((character) => outlineOf(character, font).polygons);
    expect(pieces.filter((piece) => thicknessOf(piece) < 0.005)).toEqual([]);
  });

  it('cuts into at most twice as many pieces as there are inward corners, and one for each part', () => {
    for (const character of characters) {
      const lettering = outlineOf(character, font);
      const parts = lettering.rings.filter((ring) => areaOf(ring) > 0).length;
      expect(lettering.polygons.length).toBeLessThanOrEqual(2 * countReflex(lettering) + parts);
    }
  });
});

describe('a text', () => {
  it('gives convex pieces that fit together, whatever characters it is of', () => {
    const texts = fc.array(fc.constantFrom(...characters), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const lettering = outlineOf(text, font);
        checkLettering(lettering);
        expect(JSON.parse(JSON.stringify(lettering))).toEqual(lettering);
        expect(outlineOf(text, font)).toEqual(lettering);
      }),
      { numRuns: 60, examples: [['ΘŒ'], [' Θ']] },
    );
  });

  it('stands on its baseline, with capitals 1 high', () => {
    const { bottom, top } = outlineOf('H', font);
    expect(bottom).toBeCloseTo(0, 2);
    expect(top).toBe(1);
    expect(outlineOf('pg', font).bottom).toBeLessThan(-0.1);
    expect(outlineOf('Ä', font).top).toBeGreaterThan(1.1);
  });

  it.each(['Müller', 'Łódź Ñandú', 'Ελένη', 'Йї', 'Nguyễn Ệ'])(
    'is the same with accents of their own: %s',
    (text) => {
      expect(outlineOf(text.normalize('NFD'), font)).toEqual(outlineOf(text.normalize('NFC'), font));
    },
  );

  it('puts a stress mark over its letter', () => {
    const plain = outlineOf('а', font);
    const stressed = outlineOf('а\u0301', font);
    expect(stressed.rings).toHaveLength(plain.rings.length + 1);
    expect(stressed.width).toBe(plain.width);
    expect(stressed.top).toBeGreaterThan(plain.top + 0.2);
  });

  it.each(['AV', 'LT', 'VA'])('is kerned: %s', (pair) => {
    const widths = [...pair].map((letter) => outlineOf(letter, font).width);
    expect(outlineOf(pair, font).width).toBeLessThan(sum(widths));
  });

  it('has Hebrew from right to left, and what is in it of Latin letters and digits from left to right', () => {
    expect(leftmost('אי')).toEqual(leftmost('י'));
    expect(leftmost('א H1')).toEqual(leftmost('H'));
    expect(leftmost('H אי')).toEqual(leftmost('H'));
  });

  it('has brackets in Hebrew that open to the left', () => {
    expect(outlineOf('(א)', font).rings).toEqual(outlineOf('\u2067(א)\u2069', font).rings);
    expect(leftmost('(א')).toEqual(leftmost('א'));
    expect(leftmost('א)')).toEqual(leftmost('('));
  });

  it('lists what the font lacks, each once with its accents, and draws nothing', () => {
    expect(outlineOf('日本 Anna 日', font)).toMatchObject({
      missing: ['日', '本'],
      polygons: [],
      rings: [],
      width: 0,
    });
    expect(outlineOf('x\u0302Q', font).missing).toEqual(['x\u0302']);
    expect(outlineOf('n\u0308\u0308\u0308o', font).missing).toEqual(['n\u0308\u0308\u0308']);
    expect(outlineOf('Hi 👩‍🔬!', font).missing).toEqual(['👩‍🔬']);
    expect(outlineOf('🇺🇦', font).missing.join('')).toBe('🇺🇦');
    expect(outlineOf('각'.normalize('NFD'), font).missing).toEqual(['각']);
    expect(outlineOf('سلام', font).missing).toHaveLength(4);
  });

  it.each(['\n', '\t', '\0', '\u2028', '\u007f'])('lacks control characters: %j', (character) => {
    expect(outlineOf(`A${character}B`, font).missing).toEqual([character]);
  });

  it.each(['', ' ', '   ', '\u00a0', '\u200b'])('is empty where nothing is to be seen: %j', (text) => {
    expect(outlineOf(text, font)).toEqual({
      polygons: [],
      rings: [],
      width: 0,
      bottom: 0,
      top: 0,
      stroke: 1,
      missing: [],
    });
  });

  it('may have 200 characters', () => {
    const lettering = outlineOf('Anna Müller '.repeat(17).slice(0, 200), font);
    checkLettering(lettering);
    expect(lettering.width).toBeGreaterThan(120);
  });
});

/** The outer ring that begins at the left. */
function leftmost(text: string): Polygon | undefined {
  return outlineOf(text, font).rings.find((ring) => areaOf(ring) > 0 && ring.some(([x]) => x === 0));
}

/** The least distance between two parallels with a convex polygon between them. */
function thicknessOf(piece: Polygon): number {
  const distances = edgesOf(piece).map(([from, to]) => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    return Math.max(...piece.map((corner) => turnOf(from, to, corner) / length));
  });
  return Math.min(...distances);
}

describe('rings without their font', () => {
  it('give the same outline each time, with the area that they had', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 8 }), (all) => {
        const { rings } = outlineOf(all.join(''), font);
        const again = outlineOfRings(rings);
        checkLettering(again);
        expect(again.rings).toEqual(rings);
      }),
    );
  });

  it('are parted where they meet in one corner, which no mesh can say', () => {
    const square = ([x, y]: readonly [number, number]): Polygon => [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
    ];
    const lettering = outlineOfRings([square([0, 0]), square([1, 1])]);
    checkLettering(lettering);
    const corners = lettering.rings.flat().map(String);
    expect(new Set(corners).size).toBe(corners.length);
    expect(sum(lettering.rings.map(areaOf))).toBeCloseTo(2, 3);
  });

  it('give sound areas, or a FontError where they cross, whoever made them', () => {
    const value = fc
      .oneof(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3, max: 3 }))
      .map((thousandths) => thousandths / 1000);
    const ring = fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(ring, { maxLength: 4 }), (rings) => {
        try {
          const { polygons } = outlineOfRings(rings);
          for (const polygon of polygons) expect(areaOf(polygon)).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(FontError);
        }
      }),
    );
    const cross: Polygon = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ];
    expect(() => outlineOfRings([cross])).toThrow('cross themselves');
  });
});
