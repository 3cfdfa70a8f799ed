import { readGif } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gifEnd, gifFrame, gifStart } from '../../src/gif/gif-blocks.ts';

/** The pixels of a frame, once they were compressed and read back with other code. */
function readBack(pixels: Uint8Array, colors: number): Uint8Array {
  const palette = Array.from({ length: colors }, (_, i) => i);
  const frame = { left: 0, top: 0, width: 1, height: pixels.length, pixels };
  const chunks = [
    ...gifStart(pixels.length, palette),
    ...gifFrame(frame, { colors: palette, delay: 1 }),
    gifEnd(),
  ];
  return readGif(Buffer.concat(chunks)).frames[0]!.pixels;
}

describe('pixels come back as they were', () => {
  it.each([2, 3, 4, 5, 33, 128, 256])('with %s colours, whatever they are', (colors) => {
    const pixels = fc.uint8Array({ min: 0, max: colors - 1, minLength: 1, maxLength: 3000 });
    fc.assert(
      fc.property(pixels, (some) => {
        expect(readBack(some, colors)).toEqual(some);
      }),
      { numRuns: 30 },
    );
  });

  it.each([2, 256])('with %s colours, of so many that all codes are used up more than once', (colors) => {
    // A generator of the kind of Lehmer's, so that nothing repeats.
    let state = 1;
    const noise = Uint8Array.from({ length: 60_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state % colors;
    });
    expect(readBack(noise, colors)).toEqual(noise);
  });

  it('where the last of them makes codes longer', () => {
    for (let length = 1; length < 600; length++) {
      const alike = new Uint8Array(length).fill(1);
      expect(readBack(alike, 2)).toEqual(alike);
      const different = Uint8Array.from({ length }, (_, i) => (i * i) % 251);
      expect(readBack(different, 256)).toEqual(different);
    }
  });
});
