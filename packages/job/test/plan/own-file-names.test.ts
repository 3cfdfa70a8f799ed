import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownFileNames } from '../../src/plan/own-file-names.ts';

const namesFor = (...names: string[]) => ownFileNames(names.map((name) => ({ name })));

describe('the file names of parts', () => {
  it.each([
    ['layer 1', 'layer-1'],
    ['conv1/kernel:0', 'conv1-kernel-0'],
    ['block_1.weight', 'block_1.weight'],
    ['..\\..\\etc', '..-..-etc'],
    ['/', 'part'],
    ['', 'part'],
    ['a"b<c>|d?*', 'a-b-c-d'],
    ['a\u0000b\nc\u202Ed', 'a-b-c-d'],
    ['ends in dots ...', 'ends-in-dots'],
    ['connections +', 'connections-plus'],
    ['connections −', 'connections-minus'],
    ['शब्द 神经', 'शब्द-神经'],
    ['\u{1f9e0} brain', 'brain'],
    ['n'.repeat(1000), 'n'.repeat(40)],
  ])('are their own with a hyphen for what is not safe: %j', (name, expected) => {
    expect(namesFor(name)).toEqual([expected]);
  });

  it('are numbered where they would meet', () => {
    expect(namesFor('dense', 'dense', 'a/b', 'a:b', 'dense')).toEqual([
      'dense',
      'dense-2',
      'a-b',
      'a-b-2',
      'dense-3',
    ]);
    expect(namesFor('dense', 'dense', 'dense 2')).toEqual(['dense', 'dense-2', 'dense-2-2']);
  });

  it('are numbered where only case or the spelling of a letter tells them apart', () => {
    expect(namesFor('Dense', 'dense', 'caf\u00e9', 'cafe\u0301')).toEqual([
      'Dense',
      'dense-2',
      'caf\u00e9',
      'caf\u00e9-2',
    ]);
  });

  it('differ and are safe, whatever the names', () => {
    const unlucky = fc.constantFrom('a', 'A', 'a 2', 'a/2', 'a-2', 'a-2-2', '', '/', 'part', '\u{1f9e0}');
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.oneof(unlucky, any), { maxLength: 12 }), (names) => {
        const files = namesFor(...names);
        expect(new Set(files.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of files) {
          expect(name).toMatch(/^[\p{L}\p{M}\p{N}._][\p{L}\p{M}\p{N}._-]*$/u);
          expect(new TextEncoder().encode(name).length).toBeLessThan(180);
        }
      }),
      { numRuns: 500 },
    );
  });
});
