/** Lines of text as polygons: plain data, made from a font by whoever has one, so that nothing else knows fonts. */
export interface Lettering {
  /** How each line looks. */
  readonly lines: Readonly<Record<string, Outline>>;
}

/** A line of text whose capitals are one unit high, on a baseline at y = 0, from x = 0 to the right. */
export interface Outline {
  readonly width: number;
  /** Its lowest point, below 0 where a letter goes below the baseline, and its highest. */
  readonly bottom: number;
  readonly top: number;
  /** The thinnest stroke; 1 where none is thinner. */
  readonly stroke: number;
  /** Convex, counter-clockwise, side by side without overlapping: together they are what is filled. */
  readonly polygons: readonly (readonly (readonly [x: number, y: number])[])[];
  /** The same as outlines, counter-clockwise around what is filled and clockwise around holes in it. */
  readonly rings: readonly (readonly (readonly [x: number, y: number])[])[];
  /** Characters that the font lacks, each once. Where there are any, nothing is filled. */
  readonly missing: readonly string[];
}

/** How a line looks; `undefined` where nobody knows. */
export function outlineIn(lettering: Lettering | undefined, text: string): Outline | undefined {
  // A text may be the name of what every object has, such as `constructor`.
  return lettering && Object.hasOwn(lettering.lines, text) ? lettering.lines[text] : undefined;
}
