import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNetworkSpec } from '../../src/index.ts';
import { COLOR_NAMES, FIELDS, fieldFromText, fieldText, valueAt } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

it('says every value of a network without weights so that it is read back as it was', () => {
  fc.assert(
    fc.property(networkInputs, (input) => {
      const { given } = parseNetworkSpec(input);
      for (const { path, kind } of FIELDS) {
        const value = valueAt(given, path);
        if (value !== undefined) expect(fieldFromText(kind, fieldText(kind, value)!)).toEqual(value);
      }
    }),
  );
});

it('says names of colours as they are, none of which could be a number', () => {
  for (const name of COLOR_NAMES) {
    expect(fieldText({ kind: 'color' }, name)).toBe(name);
    expect(fieldFromText({ kind: 'color' }, name)).toBe(name);
  }
});

it('leaves text that says no value for the check of the network to refuse', () => {
  expect(fieldFromText({ kind: 'yes-no' }, 'maybe')).toBe('maybe');
  expect(fieldFromText({ kind: 'length' }, '0x10')).toBe('0x10');
  expect(fieldFromText({ kind: 'color' }, 'ff00')).toBe('ff00');
});

it('has no text for weights', () => {
  expect(fieldText({ kind: 'weights' }, [[[1]]])).toBeUndefined();
});
