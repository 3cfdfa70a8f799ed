import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNetworkSpec, parseRecipe, recipeText, SpecError } from '../../src/index.ts';
import { shortRecipe } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

const settings = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z-]{0,10}$/).filter((name) => name !== 'partial'),
  fc.oneof(fc.constant(true as const), fc.string({ maxLength: 20, unit: 'grapheme' })),
  { maxKeys: 4, noNullPrototype: true },
);

const recipes = fc
  .record({ neurofab: fc.constantFrom('0.1.0', '12.0.3-beta.1'), input: networkInputs, settings })
  .map(({ input, ...rest }) => ({ ...rest, spec: parseNetworkSpec(input) }));

describe('a recipe', () => {
  it('is read back as it was written, from one line of ASCII', () => {
    fc.assert(
      fc.property(recipes, (recipe) => {
        const text = recipeText(recipe);
        expect(text).toMatch(/^[ -~]+$/);
        expect(parseRecipe(text)).toEqual(recipe);
      }),
    );
  });

  it.each([
    ['no text', '', 'it is no JSON'],
    ['text that is cut off', '{"neurofab":"0.1.0","spec":{', 'it is no JSON'],
    ['no object', '[]', 'it is no JSON object'],
    ['a setting that is a list', '{"neurofab":"0.1.0","spec":{},"settings":{"x":[]}}', 'settings.x'],
    ['too much text', ' '.repeat(8_000_001), '8000001 characters'],
    ['a network without nodes', '{"neurofab":"0.1.0","spec":{"layers":[0,1]},"settings":{}}', 'layers[0]'],
    ['a short one with an unknown word', 'Neurofab 0.1.0 3,4 q=3', '"q=3"'],
    ['a short one with a broken name', 'Neurofab 0.1.0 3,4 name=%E0%A4%A', 'broken text'],
    ['a short one with no number', 'Neurofab 0.1.0 3,4 r=big', 'nodeRadius'],
  ])('refuses %s', (_, text, why) => {
    expect(() => parseRecipe(text)).toThrow(SpecError);
    expect(() => parseRecipe(text)).toThrow(why);
  });
});

describe('a short recipe', () => {
  const short = (input: object, maxLength = 80, given = {}) =>
    shortRecipe({ neurofab: '0.1.0', spec: parseNetworkSpec(input), settings: given }, maxLength);

  it('says no more than what was given', () => {
    expect(short({})).toBe('Neurofab 0.1.0 v2 3,6,6,4,2');
    expect(short({ layers: [2, 3], nodeRadius: 5 })).toBe('Neurofab 0.1.0 v2 2,3 r=5');
    expect(short({ base: { shape: 'none' }, name: 'Mein Netz' })).toBe(
      'Neurofab 0.1.0 v2 3,6,6,4,2 name=Mein%20Netz base=none',
    );
    expect(short({}, 80, { shells: true, printer: 'x' })).toBe(
      'Neurofab 0.1.0 v2 3,6,6,4,2 --shells --printer=x',
    );
  });

  it('names the preset where that is not the usual one', () => {
    const spec = parseNetworkSpec({ layers: [2, 3] }, { preset: 'seed' });
    expect(shortRecipe({ neurofab: '0.1.0', spec, settings: {} }, 80)).toBe('Neurofab 0.1.0 v2 2,3 seed');
  });

  it('is read back as it was written, whatever the network', () => {
    fc.assert(
      fc.property(recipes, (recipe) => {
        const again = parseRecipe(shortRecipe(recipe, 10_000));
        // Colours are written by their numbers.
        const spec = { ...recipe.spec, given: again.spec.given };
        expect(again).toEqual({ ...recipe, spec });
      }),
    );
  });

  it('leaves out title and colours before anything else, says so, and goes on saying so', () => {
    const text = short({ nodeRadius: 5, name: 'n'.repeat(80), colors: { base: 'red' } });
    expect(text).toBe('Neurofab 0.1.0 v2 3,6,6,4,2 r=5 (partial)');
    const recipe = parseRecipe(text);
    expect(recipe).toMatchObject({ spec: { nodeRadius: 5 }, settings: { partial: true } });
    expect(shortRecipe(recipe, 80)).toBe(text);
  });

  it('never is longer than it may be, and says when it had to give up', () => {
    fc.assert(
      fc.property(recipes, fc.integer({ min: 32, max: 80 }), (recipe, maxLength) => {
        expect(shortRecipe(recipe, maxLength).length).toBeLessThanOrEqual(maxLength);
      }),
    );
    const text = short({ layers: Array(100).fill(10), base: { shape: 'none' } });
    expect(text).toBe('Neurofab 0.1.0 (recipe too long)');
    expect(() => parseRecipe(text)).toThrow('did not fit');
  });
});
