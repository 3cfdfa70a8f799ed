import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HexColor } from '../../src/index.ts';
import { colorBy, countColors, fitSlots, type PartColors } from '../../src/internal.ts';

const RAINBOW: PartColors = {
  base: '#000000',
  connections: '#FFFFFF',
  layers: ['#000001', '#000002', '#000003', '#000004', '#000005', '#000006'],
};
const SIGNED: PartColors = { ...RAINBOW, connections: '#0000FF', negative: '#FF0000' };

const someColor = fc.constantFrom<HexColor>('#000001', '#000002', '#000003', '#000004', '#000005', '#000006');
const someColors: fc.Arbitrary<PartColors> = fc.record(
  {
    base: someColor,
    connections: someColor,
    negative: someColor,
    layers: fc.array(someColor, { minLength: 2, maxLength: 8 }),
    text: someColor,
  },
  { requiredKeys: ['connections', 'layers'] },
);

/** The number of each part's colour, in the order base, connections, negative ones, layers. */
function slotsOf({ base, connections, negative, layers }: PartColors): number[] {
  const colors = [base, connections, negative, ...layers].filter((color) => color !== undefined);
  const distinct = [...new Set(colors)];
  return colors.map((color) => distinct.indexOf(color) + 1);
}

describe('colours', () => {
  const colors: PartColors = { base: '#000001', connections: '#000002', layers: ['#000003', '#000004'] };

  it.each([
    ['layer', [1, 2, 3, 4]],
    ['role', [1, 2, 3, 3]],
    ['none', [1, 1, 1, 1]],
  ] as const)('go by %s', (by, expected) => {
    expect(slotsOf(colorBy(colors, by))).toEqual(expected);
  });

  it('go by those of the connections where there is no base', () => {
    expect(colorBy({ ...colors, base: undefined }, 'none').layers).toEqual(['#000002', '#000002']);
  });

  it('go by sign where connections have one, unless all are to be alike', () => {
    expect(slotsOf(colorBy(SIGNED, 'role'))).toEqual([1, 2, 3, 4, 4, 4, 4, 4, 4]);
    expect(countColors(colorBy(SIGNED, 'none'))).toBe(1);
  });
});

describe('colours that are fitted to slots', () => {
  it('stay as they are if there are enough', () => {
    expect(fitSlots(RAINBOW, 8)).toBe(RAINBOW);
  });

  it.each([
    ['one', 1, [1, 1, 1, 1, 1, 1, 1, 1]],
    ['two', 2, [1, 1, 2, 2, 2, 2, 2, 1]],
    ['three', 3, [1, 1, 2, 3, 2, 3, 2, 3]],
    ['four', 4, [1, 1, 2, 3, 4, 2, 3, 4]],
    ['five', 5, [1, 1, 2, 3, 4, 5, 2, 3]],
    ['six, where the last layer would meet the first', 6, [1, 1, 2, 3, 4, 5, 6, 3]],
    ['seven', 7, [1, 1, 2, 3, 4, 5, 6, 7]],
  ])('share %s slots: base and connections the first, layers the rest in turn', (_, slots, expected) => {
    expect(slotsOf(fitSlots(RAINBOW, slots))).toEqual(expected);
  });

  it.each([
    ['one', 1, [1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['two', 2, [1, 1, 2, 1, 1, 1, 1, 1, 1]],
    ['three', 3, [1, 2, 3, 1, 1, 1, 1, 1, 1]],
    ['four', 4, [1, 2, 3, 4, 4, 4, 4, 4, 1]],
    ['five', 5, [1, 2, 3, 4, 5, 4, 5, 4, 5]],
  ])('keep the signs of connections apart on %s slots, as far as that goes', (_, slots, expected) => {
    expect(slotsOf(fitSlots(SIGNED, slots))).toEqual(expected);
  });

  it('keep together the layers that had one colour', () => {
    const layers = ['#FF0000', '#FF0000', '#0000FF', '#008000', '#FF0000', '#0000FF'] as const;
    expect(slotsOf(fitSlots({ ...RAINBOW, layers }, 3))).toEqual([1, 1, 2, 2, 3, 2, 2, 3]);
  });

  it('leave slot 1 to the connections where there is no base', () => {
    expect(slotsOf(fitSlots({ ...RAINBOW, base: undefined }, 3))).toEqual([1, 2, 3, 2, 3, 2, 3]);
  });

  it('are never more than the slots, whatever the network', () => {
    fc.assert(
      fc.property(someColors, fc.integer({ min: 1, max: 6 }), (colors, slots) => {
        expect(countColors(fitSlots(colors, slots))).toBeLessThanOrEqual(slots);
      }),
    );
  });

  it('keep text in its own colour while a slot is left for layers, and else off that of the base', () => {
    const text = '#00FFFF';
    expect(fitSlots({ ...RAINBOW, text }, 3).text).toBe(text);
    expect(fitSlots({ ...RAINBOW, text }, 2).text).toBe('#000001');
    expect(fitSlots({ ...SIGNED, text }, 5).text).toBe(text);
    expect(fitSlots({ ...SIGNED, text }, 4).text).toBe('#FF0000');
    expect(fitSlots({ ...RAINBOW, text: '#000006' }, 2).text).toBe('#000001');
    fc.assert(
      fc.property(someColors, fc.integer({ min: 2, max: 6 }), (colors, slots) => {
        const fitted = fitSlots(colors, slots);
        fc.pre(fitted.base !== undefined && colors.text !== fitted.base && countColors(fitted) > 1);
        expect(fitted.text).not.toBe(fitted.base);
      }),
    );
  });

  it('leave layers of one colour together where there are more colours than slots', () => {
    const layers = RAINBOW.layers.map(() => '#000001' as const);
    expect(slotsOf(fitSlots({ ...SIGNED, layers, text: '#00FFFF' }, 4))).toEqual([1, 2, 3, 4, 4, 4, 4, 4, 4]);
  });

  it('tell the first layer from the last, and put base and connections on one slot, if these have no signs', () => {
    fc.assert(
      fc.property(someColors, fc.integer({ min: 2, max: 6 }), ({ negative: _, ...colors }, slots) => {
        const { base, connections, layers } = fitSlots(colors, slots);
        fc.pre(countColors(colors) > slots && colors.layers[0] !== colors.layers.at(-1));
        expect(layers[0]).not.toBe(layers.at(-1));
        if (base !== undefined) expect(connections).toBe(base);
      }),
    );
  });
});
