import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, parseNetworkSpec, shortenSpec } from '../../src/index.ts';
import { networkInputs } from '../arbitraries.ts';

describe('a shortened spec', () => {
  it('says no more than what differs from a preset', () => {
    const short = (input: object, preset?: 'desk' | 'seed') =>
      shortenSpec(parseNetworkSpec(input, { preset }));
    expect(short({})).toEqual({ preset: 'desk', input: { layers: [3, 6, 6, 4, 2] } });
    expect(short({ layers: [2, 3], nodeRadius: 5, connectionRadius: 1.25, nodeSpacing: 20 })).toEqual({
      preset: 'desk',
      input: { layers: [2, 3], nodeRadius: 5 },
    });
    expect(short({ layers: [2, 3] }, 'seed')).toEqual({ preset: 'seed', input: { layers: [2, 3] } });
  });

  it('makes the same spec, whatever the network and the preset', () => {
    fc.assert(
      fc.property(networkInputs, fc.constantFrom('desk' as const, 'seed' as const), (input, preset) => {
        const spec = parseNetworkSpec(input, { preset });
        const short = shortenSpec(spec);
        expect(parseNetworkSpec(short.input, { preset: short.preset })).toEqual(spec);
        expect(Object.keys(PRESETS)).toContain(short.preset);
      }),
    );
  });

  it('makes the same spec where the default tolerance is another', () => {
    const tolerance = 0.01;
    for (const input of [{}, { resolution: { tolerance: 0.02 } }, { resolution: { tolerance } }]) {
      const spec = parseNetworkSpec(input, { tolerance });
      const short = shortenSpec(spec, { tolerance });
      expect(parseNetworkSpec(short.input, { preset: short.preset, tolerance })).toEqual(spec);
    }
    expect(shortenSpec(parseNetworkSpec({}, { tolerance }), { tolerance }).input.resolution).toBeUndefined();
  });
});
