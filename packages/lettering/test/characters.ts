import type { Font } from '../src/index.ts';

/** The characters of a font. */
export function charactersOf({ shaped }: Font): string[] {
  const codePoints = Array.from(shaped.face.collectUnicodes());
  return [...new Set(codePoints)].map((codePoint) => String.fromCodePoint(codePoint));
}
