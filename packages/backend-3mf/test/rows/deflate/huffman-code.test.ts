import fc from 'fast-check';
import { expect, it } from 'vitest';
import { huffmanCode } from '../../../src/rows/deflate/huffman-code.ts';

const LONGEST = 11;

it('gives codes that no other begins with and that leave none over, for any counts', () => {
  const count = fc.oneof(fc.constant(0), fc.nat(20), fc.nat(1_000_000), fc.nat(2 ** 31));
  fc.assert(
    fc.property(fc.array(count, { minLength: 2, maxLength: 286 }), (counts) => {
      const { sizes, codes } = huffmanCode(Uint32Array.from(counts));
      const taken = new Uint8Array(2 ** LONGEST);
      for (const [symbol, size] of sizes.entries()) {
        if (counts[symbol]! > 0) expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(LONGEST);
        if (size === 0) continue;
        // The first bit is the lowest, so all that begin so are that many apart.
        for (let i = codes[symbol]!; i < taken.length; i += 2 ** size) taken[i]!++;
      }
      expect(taken.every((times) => times === 1)).toBe(true);
    }),
  );
});

it('gives the shortest codes to what occurs most', () => {
  expect([...huffmanCode(Uint32Array.of(1, 1, 2, 4, 8, 16)).sizes]).toEqual([5, 5, 4, 3, 2, 1]);
  expect([...huffmanCode(Uint32Array.of(5, 5, 5, 5)).sizes]).toEqual([2, 2, 2, 2]);
});

it('has no code longer than the longest, even where the shortest text would want it', () => {
  const fibonacci = [1, 1];
  while (fibonacci.length < 40) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
  expect(Math.max(...huffmanCode(Uint32Array.from(fibonacci)).sizes)).toBe(LONGEST);
});
