import { cellsOf } from './cells-of.ts';

/**
 * Sizes of Braille in millimetres. From centre to centre of dots and of cells as in DIN 32976 (2007, Mitteldruck, known as Marburg
 * Medium); dots about as the Braille Authority of North America has them (Size and Spacing of Braille Characters: 1.44 wide, 0.48 high).
 */
export const BRAILLE_SIZES = { dotSpacing: 2.5, cellSpacing: 6, dotDiameter: 1.5, dotHeight: 0.5 } as const;

export type BrailleSizes = { readonly [Size in keyof typeof BRAILLE_SIZES]: number };

/** A line of Braille, in millimetres, from the lower left corner of its first cell; y goes up. */
export interface BrailleCells {
  /** The numbers of each cell's raised dots: 1 to 3 down its left side, 4 to 6 down its right; none for a space. */
  readonly cells: readonly (readonly number[])[];
  /** The centre of each raised dot. */
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** Of whole cells, whichever of their dots are raised. */
  readonly width: number;
  readonly height: number;
  readonly sizes: BrailleSizes;
  /** Characters that there are no cells for, each once, with their accents. Where there are any, there are no cells. */
  readonly missing: readonly string[];
}

/**
 * A text in uncontracted (grade 1) Unified English Braille: Latin letters with most accents, digits, capitals, common punctuation.
 * No text gives no cells.
 */
export function brailleOf(text: string): BrailleCells {
  const { cells: all, missing } = cellsOf(text);
  const cells = missing.length > 0 ? [] : all;
  const { dotSpacing, cellSpacing, dotDiameter } = BRAILLE_SIZES;
  const isEmpty = cells.length === 0;
  return {
    cells,
    dots: cells.flatMap((cell, i) =>
      cell.map((dot): [number, number] => [
        dotDiameter / 2 + i * cellSpacing + (dot > 3 ? dotSpacing : 0),
        dotDiameter / 2 + (2 - ((dot - 1) % 3)) * dotSpacing,
      ]),
    ),
    width: isEmpty ? 0 : (cells.length - 1) * cellSpacing + dotSpacing + dotDiameter,
    height: isEmpty ? 0 : 2 * dotSpacing + dotDiameter,
    sizes: BRAILLE_SIZES,
    missing,
  };
}
