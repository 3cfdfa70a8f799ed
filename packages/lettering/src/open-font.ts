import type { Font as ShapedFont } from 'harfbuzzjs';
import { FontError } from './font-error.ts';
import { sfntOf } from './sfnt-of.ts';

/** A font that is ready for use. */
export interface Font {
  /** The library that reads it, which is loaded with the first font. */
  readonly harfbuzz: typeof import('harfbuzzjs');
  readonly shaped: ShapedFont;
  /** Whether it says where combining marks go. */
  readonly placesMarks: boolean;
  /** How high an H is, in the font's units. */
  readonly capitalHeight: number;
}

/**
 * The font in the bytes of a TTF, OTF or WOFF file; of a variable font its default instance.
 * Throws a FontError with one sentence for whoever chose the file.
 */
export async function openFont(bytes: Uint8Array): Promise<Font> {
  const sfnt = sfntOf(bytes);
  // Large, and few models have letters.
  const harfbuzz = await import('harfbuzzjs');
  const face = new harfbuzz.Face(new harfbuzz.Blob(sfnt));
  if (face.collectUnicodes().length === 0) throw new FontError('The font has no characters, or is damaged.');
  if (!OUTLINES.some((table) => face.referenceTable(table))) {
    throw new FontError('The font has no outlines, or is damaged.');
  }
  const shaped = new harfbuzz.Font(face);
  return {
    harfbuzz,
    shaped,
    placesMarks: face.getTableFeatureTags('GPOS').includes('mark'),
    capitalHeight: capitalHeightOf(shaped, face.upem),
  };
}

const OUTLINES = ['glyf', 'CFF ', 'CFF2'];

/** The share of an em that capitals are high where a font has none. */
const USUAL_CAPITAL_HEIGHT = 0.7;

function capitalHeightOf(font: ShapedFont, unitsPerEm: number): number {
  const glyph = font.nominalGlyph('H'.codePointAt(0)!);
  const height = glyph === undefined ? USUAL_CAPITAL_HEIGHT * unitsPerEm : font.glyphExtents(glyph)?.yBearing;
  if (height === undefined || height < unitsPerEm / 8 || height > 2 * unitsPerEm) {
    throw new FontError('The font is damaged: its H has no sensible height.');
  }
  return height;
}
