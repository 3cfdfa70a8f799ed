import { FileError } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { readPng } from '../../src/index.ts';
import { toyPng } from './files.ts';

const RECIPE = '{"neurofab":"1","spec":{},"settings":{}}';

describe('a PNG', () => {
  it('gives its recipe, wherever it stands', () => {
    const own = ['tEXt', `neurofab\0${RECIPE}`] as const;
    const data = ['IDAT', 'x'] as const;
    for (const chunks of [
      [own, data],
      [data, own],
      [data, ['tEXt', 'Comment\0neurofab'] as const, own],
    ]) {
      expect(readPng(toyPng(...chunks))).toEqual({ format: 'PNG', bodies: [], recipe: RECIPE });
    }
  });

  it("that is somebody else's is a picture without recipe", () => {
    const others = [
      ['tEXt', 'neurofab'],
      ['tEXt', 'Neurofab\0{}'],
      ['zTXt', `neurofab\0${RECIPE}`],
    ] as const;
    for (const chunk of others) expect(readPng(toyPng(chunk))).toEqual({ format: 'PNG', bodies: [] });
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['its signature alone', toyPng().subarray(0, 8)],
    ['no end', toyPng().subarray(0, -12)],
    [
      'a chunk that is said to be longer than the file',
      Uint8Array.from([...toyPng().subarray(0, 8), 255, 255, 255, 255, ...toyPng().subarray(12)]),
    ],
  ])('that is %s is refused with a sentence', (_, bytes) => {
    expect(() => readPng(bytes)).toThrow(FileError);
    expect(() => readPng(bytes)).toThrow(/^This PNG .*\.$/);
  });

  it('with a recipe that is longer than any is refused', () => {
    const long = toyPng(['tEXt', `neurofab\0${' '.repeat(16_000_001)}`]);
    expect(() => readPng(long)).toThrow('longer than any');
  });
});
