import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNetworkSpec } from '../../src/index.ts';

const RING = [
  [0, 0],
  [1, 0],
  [0.5, 1],
] as const;

describe('outlines', () => {
  it('stay as they are', () => {
    const outlines = { Anna: [RING], '': [] };
    expect(parseNetworkSpec({ outlines }).outlines).toEqual(outlines);
  });

  it.each([
    ['a list', [RING], 'outlines: Must be the closed lines of each text'],
    ['no rings', { Anna: RING }, 'outlines.Anna: Must be closed lines of corners'],
    ['two corners', { Anna: [RING.slice(1)] }, 'outlines.Anna: Must be closed lines of corners'],
    ['a corner in space', { Anna: [[...RING, [0, 0, 0]]] }, 'outlines.Anna: Must be closed lines of corners'],
    ['a corner far away', { Anna: [[...RING, [0, 1001]]] }, 'outlines.Anna: Must be closed lines of corners'],
    ['no numbers', { Anna: [[...RING, [0, null]]] }, 'outlines.Anna: Must be closed lines of corners'],
    ['too many corners', { Anna: new Array(2000).fill(RING) }, 'but has 6000'],
    [
      'too many in all',
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`a${i}`, new Array(1000).fill(RING)])),
      'with all others 100000',
    ],
  ])('are refused with a sentence: %s', (_, outlines, message) => {
    expect(() => parseNetworkSpec({ outlines })).toThrow(message);
  });

  it('are refused or taken, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()), (value, lines) => {
        for (const outlines of [value, lines]) {
          try {
            parseNetworkSpec({ outlines });
          } catch (error) {
            expect((error as Error).name).toBe('SpecError');
          }
        }
      }),
    );
  });
});
