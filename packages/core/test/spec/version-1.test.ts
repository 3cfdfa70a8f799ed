import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type NetworkSpec, parseNetworkSpec, parseRecipe, writtenInFull } from '../../src/index.ts';
import { networkInputs } from '../arbitraries.ts';

/** A recipe as version 1 wrote it: its spec was complete. */
function recipeOfVersion1(spec: NetworkSpec): NetworkSpec {
  const { preset: _, ...fields } = writtenInFull(spec);
  const text = JSON.stringify({ neurofab: '0.1.0', spec: { ...fields, version: 1 }, settings: {} });
  return parseRecipe(text).spec;
}

function geometryOf(spec: NetworkSpec) {
  const { pieces, bounds } = layout(spec);
  return {
    pieces: pieces.map(({ nodes, others, rods }) => ({ nodes, others, rods: rods.map((some) => [...some]) })),
    bounds,
  };
}

describe('a spec of version 1', () => {
  it('has its own default disc, as large as the seed has it where that is more', () => {
    const layers = [1, 1, 1, 1, 1, 1, 1, 1];
    expect(parseNetworkSpec({ version: 1, layers }).base).toMatchObject({ radius: 128 });
    expect(parseNetworkSpec({ layers }).base).toMatchObject({ radius: 116 });
    const small = { version: 1 as const, layers: [1, 1, 1, 1, 1, 1, 1] };
    expect(parseNetworkSpec(small).given.base).toBeUndefined();
  });

  it('says what its disc was when it is written again', () => {
    const spec = parseNetworkSpec({ version: 1, layers: [1, 1, 1, 1, 1, 1, 1, 1], nodeRadius: 3 });
    expect(spec.given).toEqual({
      version: 2,
      layers: [1, 1, 1, 1, 1, 1, 1, 1],
      nodeRadius: 3,
      base: { radius: 96 },
    });
    expect(parseNetworkSpec(spec.given)).toEqual(spec);
  });
});

describe('a recipe of version 1', () => {
  it('gives the same network, whatever it is', () => {
    fc.assert(
      fc.property(networkInputs, (input) => {
        const spec = parseNetworkSpec(input);
        const again = recipeOfVersion1(spec);
        expect(geometryOf(again)).toEqual(geometryOf(spec));
        expect(again.colors).toEqual(spec.colors);
      }),
    );
  });

  it('lets follow again what followed from other fields', () => {
    const { given } = recipeOfVersion1(parseNetworkSpec({ layers: [2, 3], nodeRadius: 5 }));
    expect(given).toEqual({ version: 2, layers: [2, 3], nodeRadius: 5 });
    const seed = recipeOfVersion1(parseNetworkSpec({ layers: [2, 3] }, { preset: 'seed' }));
    expect(seed.given).toEqual({ version: 2, preset: 'seed', layers: [2, 3] });
  });

  it('also of an STL, whose words had no version, has the disc of version 1', () => {
    expect(parseRecipe('Neurofab 0.1.0 1,1,1,1,1,1,1,1').spec.base).toMatchObject({ radius: 128 });
    expect(parseRecipe('Neurofab 0.1.0 v2 1,1,1,1,1,1,1,1').spec.base).toMatchObject({ radius: 116 });
  });
});
