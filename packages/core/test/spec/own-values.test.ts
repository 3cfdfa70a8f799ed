import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OwnValues, parseNetworkSpec, parseOwnValues, scaleSpec } from '../../src/index.ts';
import { ownFromWord, ownWord } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

const length = fc.double({ min: 0.01, max: 100, noNaN: true });
const owns: fc.Arbitrary<OwnValues> = fc.record(
  { clearance: fc.double({ min: 0, max: 2, noNaN: true }), thinnest: length, textHeight: length },
  { requiredKeys: [] },
);

describe('what was found out about a printer', () => {
  it('reads back from its word', () => {
    fc.assert(
      fc.property(owns, (own) => {
        expect(ownFromWord(ownWord(own))).toEqual(own);
        expect(ownWord(own)).toMatch(/^[\d._e-]*$/);
      }),
    );
  });

  it('is nothing where the word is another one', () => {
    for (const word of ['_1000000', 'wide', '-1__', '1_a', '1_2_3_4'])
      expect(ownFromWord(word)).toBeUndefined();
  });

  it('makes no fault of a network that has none, and leaves what is given', () => {
    fc.assert(
      fc.property(networkInputs, owns, (network, own) => {
        const { given } = parseNetworkSpec(network);
        expect(parseNetworkSpec(network, { own }).given).toEqual(given);
      }),
    );
  });

  it('is a default, as it is at any scale', () => {
    const own = { clearance: 0.15, thinnest: 1.2, textHeight: 7 };
    const weights = [[[1, -0.5]]];
    const input = { layers: [2, 1], weights, mode: 'flat', text: 'Anna' } as const;
    const spec = parseNetworkSpec(input, { own });
    expect(spec).toMatchObject(own);
    expect(scaleSpec(spec, 1.1)).toMatchObject(own);
    expect(parseNetworkSpec({ ...input, clearance: 0.3 }, { own }).clearance).toBe(0.3);
  });

  it('has connections without weights that are no thinner, as far as a post', () => {
    const radius = (thinnest: number) =>
      parseNetworkSpec({ layers: [2, 1] }, { own: { thinnest } }).connectionRadius;
    expect([1, 2.4, 10].map(radius)).toEqual([1, 1.2, 2]);
  });

  it('is refused with all that is wrong with it', () => {
    expect(() => parseOwnValues({ clearance: 'wide', gap: 1 })).toThrow(/clearance.*\n.*gap/s);
    expect(() => parseOwnValues([])).toThrow('Must be an object');
  });
});
