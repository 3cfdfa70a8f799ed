import { FileError } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { readGif } from '../../src/index.ts';
import { ascii, gifComment, toyGif } from './files.ts';

const RECIPE = `{"neurofab":"1","spec":{"name":"${'long '.repeat(200)}"},"settings":{}}`;

describe('a GIF', () => {
  it.each([12, 100, 255])('gives its recipe, in blocks of %s bytes', (block) => {
    const comment = gifComment(RECIPE, block);
    expect(readGif(toyGif({ before: comment }))).toEqual({ format: 'GIF', bodies: [], recipe: RECIPE });
  });

  it('of any version, with a palette or without, is read behind whatever extensions there are', () => {
    const others = [0x21, 0xff, 3, 1, 2, 3, 0, 0x21, 0xf9, 4, 0, 0, 0, 0, 0, ...gifComment('neurofab')];
    for (const head of [
      [0, 0, 0],
      [0x87, 0, 0],
    ]) {
      const bytes = toyGif({ head, before: [...others, ...gifComment(RECIPE)] });
      expect(readGif(bytes).recipe).toBe(RECIPE);
      expect(readGif(Uint8Array.from([...ascii('GIF87a'), ...bytes.subarray(6)])).recipe).toBe(RECIPE);
    }
  });

  it("that is somebody else's is a picture without recipe", () => {
    expect(readGif(toyGif())).toEqual({ format: 'GIF', bodies: [] });
    expect(readGif(toyGif({ before: gifComment('Created with GIMP') }))).toEqual({
      format: 'GIF',
      bodies: [],
    });
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['of an unknown version', Uint8Array.from([...ascii('GIF90a'), ...toyGif().subarray(6)])],
    ['without end', toyGif().subarray(0, -1)],
    ['cut within a frame', toyGif().subarray(0, -4)],
    ['cut within its palette', toyGif().subarray(0, 15)],
    ['of a block that nobody knows', toyGif({ before: [0x22] })],
  ])('that is %s is refused with a sentence', (_, bytes) => {
    expect(() => readGif(bytes)).toThrow(FileError);
    expect(() => readGif(bytes)).toThrow(/^This GIF .*\.$/);
  });

  it('with a recipe that is longer than any is refused', () => {
    const long = toyGif({ before: gifComment(`{"neurofab":${' '.repeat(16_000_000)}`) });
    expect(() => readGif(long)).toThrow('longer than any');
  });
});
