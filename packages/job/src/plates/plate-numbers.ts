import type { Lettering } from '@neurofab/core';

/** How the numbers from 1 to a count look. */
export async function plateNumbers(count: number): Promise<Lettering> {
  const { bundledFont, outlineOf } = await import('@neurofab/lettering');
  const font = await bundledFont();
  const numbers = Array.from({ length: count }, (_, i) => String(i + 1));
  return { lines: Object.fromEntries(numbers.map((number) => [number, outlineOf(number, font)])) };
}
