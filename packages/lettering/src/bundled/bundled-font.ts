import { type Font, openFont } from '../open-font.ts';

/**
 * The font that comes with Neurofab, made of M PLUS Rounded 1c: Latin, Greek, Cyrillic and Hebrew letters whose strokes are 0.16 capital
 * heights thick at least, 0.8 mm at 5 mm. Loaded at the first call.
 */
export async function bundledFont(): Promise<Font> {
  const { FONT_DATA } = await import('./font-data.ts');
  return openFont(Uint8Array.from(atob(FONT_DATA), (character) => character.charCodeAt(0)));
}
