import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LayoutOptions,
  layout,
  meshBounds,
  type NetworkSpecInput,
  parseNetworkSpec,
  tessellate,
} from '../../src/index.ts';
import { partSolids } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

function byHeight(input: NetworkSpecInput, options: LayoutOptions = {}) {
  return layout(parseNetworkSpec(input), { colorsByHeight: true, ...options });
}

function told(input: NetworkSpecInput, options: LayoutOptions = {}) {
  return byHeight(input, options).colorBands?.map(({ height, layer, top, color, parts }) =>
    [height, layer, top, color, parts.join()].join(' '),
  );
}

describe('colours by height', () => {
  it('of a plaque are a band for the plate, one for connections and one for each step', () => {
    expect(told({ layers: [2, 3, 1], mode: 'plaque' })).toStrictEqual([
      '0 1 0.2 #F0F0F0 base',
      '2 11 2.2 #444C56 connections',
      '3 16 3.2 #D55E00 layer 1',
      '3.8 20 4 #56B4E9 layer 2',
      '4.6 24 4.8 #F0E442 layer 3',
    ]);
  });

  it('of what lies flat are two bands, of which the lower holds all connections, the thickest too', () => {
    expect(told({ layers: [2, 3], mode: 'flat' })).toStrictEqual([
      '0 1 0.2 #444C56 connections,base',
      '1.6 9 1.8 #D55E00 layer 1,layer 2',
    ]);
    const weights = [[[1, 0.2]]];
    // Cut 0.5 mm under its plane, so that the thinner one ends with a whole layer; the thicker one reaches 2 mm above it.
    const [, nodes] = byHeight({ layers: [2, 1], weights, mode: 'flat' }).colorBands!;
    expect(nodes!.height).toBe(2.6);
    expect(told({ layers: [2, 3], mode: 'halves' })![1]).toMatch(/^1 6 /);
  });

  it('are one band where neighbours have one colour, and then there is nothing to change', () => {
    const colors = { base: 'gray', connections: 'gray', layers: ['gray', 'teal', 'teal'] };
    const [below, above, ...more] = byHeight({ layers: [2, 3, 1], mode: 'plaque', colors }).colorBands!;
    expect(below!.parts).toStrictEqual(['base', 'connections', 'layer 1']);
    expect(above!.parts).toStrictEqual(['layer 2', 'layer 3']);
    expect(more).toStrictEqual([]);
    expect(told({ mode: 'plaque' }, { colorBy: 'none' })).toBeUndefined();
    expect(told({ mode: 'plaque' }, { colorBy: 'role' })).toHaveLength(3);
  });

  it('have bodies cut where a colour ends, all on the one slot, so that each layer is printed in one colour', () => {
    fc.assert(
      fc.property(networkInputs, ({ base, ...input }) => {
        const shape = base?.shape === 'none' ? { base: { shape: 'none' as const } } : {};
        const { parts, pieces, colorBands = [] } = byHeight({ ...input, ...shape, mode: 'plaque' });
        expect(new Set(parts.map(({ slot }) => slot))).toStrictEqual(new Set([1]));
        for (const [part, { color }] of parts.entries()) {
          for (const solid of partSolids(pieces[0]!, part)) {
            const { min, max } = meshBounds(tessellate(solid));
            const middle = (min[2] + max[2]) / 2;
            const band = colorBands.findLast(({ height }) => height < middle);
            if (band === undefined) continue;
            expect(color).toBe(band.color);
            expect(min[2]).toBeGreaterThan(band.height - 1e-3);
          }
        }
      }),
    );
  });

  it('leave slots as they are where a printer has several, so that its slicer changes filament', () => {
    const { parts, colorBands } = byHeight({ layers: [2, 3, 1], mode: 'plaque' }, { slots: 5 });
    expect(colorBands).toBeUndefined();
    expect(parts.map(({ slot }) => slot)).toStrictEqual([1, 2, 3, 4, 5]);
  });

  it('are no matter to a network that stands', () => {
    const input = { layers: [2, 3] };
    expect(byHeight(input)).toStrictEqual(layout(parseNetworkSpec(input)));
  });
});

describe('slots of a plaque', () => {
  it('keep connections apart from the plate, with two slots from the discs too', () => {
    const slots = (count: number) =>
      layout(parseNetworkSpec({ layers: [2, 3, 1], mode: 'plaque' }), { slots: count }).parts.map(
        ({ slot }) => slot,
      );
    expect(slots(2)).toStrictEqual([1, 2, 1, 1, 1]);
    expect(slots(3)).toStrictEqual([1, 2, 3, 3, 1]);
    expect(slots(4)).toStrictEqual([1, 2, 3, 4, 4]);
  });
});
