import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, parseNetworkSpec, type Scene, SpecError, scaleSpec } from '../../src/index.ts';
import { partSolids } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

describe('a scaled network', () => {
  it('has every length so many times as long, but the same tolerance', () => {
    const spec = parseNetworkSpec({ layers: [2, 3], nodeRadius: 4 });
    expect(scaleSpec(spec, 0.3)).toEqual({
      ...spec,
      given: { version: 2, layers: [2, 3], nodeRadius: 1.2 },
      nodeRadius: 1.2,
      connectionRadius: 0.3,
      nodeSpacing: 4.8,
      layerSpacing: 9.6,
      base: { shape: 'disc', radius: 6, thickness: 0.6, posts: true },
    });
  });

  it('is refused where a length would leave its limits', () => {
    expect(() => scaleSpec(parseNetworkSpec({}), 0.001)).toThrow(SpecError);
    expect(() => scaleSpec(parseNetworkSpec({}), 0.001)).toThrow('nodeRadius');
  });

  it('is itself a network that can be made, with the same solids, whatever the network', () => {
    fc.assert(
      fc.property(networkInputs, fc.double({ min: 0.2, max: 5, noNaN: true }), (input, factor) => {
        const spec = parseNetworkSpec(input);
        const { connectionRadius, layerSpacing, base } = spec;
        const disc = base.shape === 'none' ? [] : [base.radius, base.thickness];
        const lengths = [connectionRadius, layerSpacing, ...disc].map((length) => length * factor);
        fc.pre(Math.min(...lengths) >= 0.01 && Math.max(...lengths) <= 1000);
        const scaled = scaleSpec(spec, factor);
        expect(parseNetworkSpec(scaled.given)).toEqual(scaled);
        const count = ({ parts, pieces }: Scene) =>
          parts.map((_, part) => [...partSolids(pieces[0]!, part)].length);
        expect(count(layout(scaled))).toEqual(count(layout(spec)));
      }),
    );
  });
});
