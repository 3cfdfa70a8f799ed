import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countColors, fitSlots, layout, type NetworkSpecInput, parseNetworkSpec } from '../../src/index.ts';
import { networkInputs } from '../arbitraries.ts';

const RAINBOW: NetworkSpecInput = {
  layers: [1, 1, 1, 1, 1, 1],
  colors: {
    base: '#000000',
    connections: '#FFFFFF',
    layers: ['#000001', '#000002', '#000003', '#000004', '#000005', '#000006'],
  },
};

function slotsOf(input: NetworkSpecInput, slots: number): number[] {
  return layout(fitSlots(parseNetworkSpec(input), slots)).parts.map(({ slot }) => slot);
}

describe('colours that are fitted to slots', () => {
  it('stay as they are if there are enough', () => {
    const spec = parseNetworkSpec(RAINBOW);
    expect(fitSlots(spec, 8)).toBe(spec);
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
    expect(slotsOf(RAINBOW, slots)).toEqual(expected);
  });

  it('keep together the layers that had one colour', () => {
    const layers = ['red', 'red', 'blue', 'green', 'red', 'blue'];
    expect(slotsOf({ ...RAINBOW, colors: { ...RAINBOW.colors, layers } }, 3)).toEqual([
      1, 1, 2, 2, 3, 2, 2, 3,
    ]);
  });

  it('leave slot 1 to the connections where there is no base', () => {
    expect(slotsOf({ ...RAINBOW, base: { shape: 'none' } }, 3)).toEqual([1, 2, 3, 2, 3, 2, 3]);
  });

  it('are never more than the slots, and tell the first layer from the last, whatever the network', () => {
    fc.assert(
      fc.property(networkInputs, fc.integer({ min: 1, max: 6 }), (input, slots) => {
        const spec = parseNetworkSpec(input);
        const fitted = fitSlots(spec, slots);
        expect(countColors(fitted)).toBeLessThanOrEqual(slots);
        const parts = layout(fitted).parts;
        expect(Math.max(...parts.map(({ slot }) => slot))).toBe(countColors(fitted));
        if (slots === 1 || fitted === spec) return;
        const layers = parts.filter(({ role }) => role === 'layer');
        expect(layers[0]!.slot).not.toBe(layers.at(-1)!.slot);
        expect(new Set(parts.filter(({ role }) => role !== 'layer').map(({ slot }) => slot))).toEqual(
          new Set([1]),
        );
      }),
    );
  });
});
