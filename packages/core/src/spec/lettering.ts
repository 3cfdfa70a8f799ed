/** Lines of text as polygons and as Braille: plain data, made by whoever knows fonts and cells, so that nothing else does. */
export interface Lettering {
  /** How each line looks. */
  readonly lines: Readonly<Record<string, Outline>>;
  /** What each text is in Braille; left out where nobody asked. */
  readonly braille?: Readonly<Record<string, Braille>>;
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

/** A line of Braille in millimetres, from the lower left corner of its first cell; y goes up. */
export interface Braille {
  /** The numbers of each cell's raised dots: 1 to 3 down its left side, 4 to 6 down its right. */
  readonly cells: readonly (readonly number[])[];
  /** The centre of each raised dot. */
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** Of whole cells, whichever of their dots are raised. */
  readonly width: number;
  readonly height: number;
  /** From centre to centre, and of a dot. */
  readonly sizes: {
    readonly dotSpacing: number;
    readonly cellSpacing: number;
    readonly dotDiameter: number;
    readonly dotHeight: number;
  };
  /** Characters that there are no cells for, each once. Where there are any, there are no dots. */
  readonly missing: readonly string[];
}

/** How a line looks; `undefined` where nobody knows. */
export function outlineIn(lettering: Lettering | undefined, text: string): Outline | undefined {
  return ownIn(lettering?.lines, text);
}

/** What a text is in Braille; `undefined` where nobody knows. */
export function brailleIn(lettering: Lettering | undefined, text: string): Braille | undefined {
  return ownIn(lettering?.braille, text);
}

function ownIn<Line>(lines: Readonly<Record<string, Line>> = {}, text: string): Line | undefined {
  // A text may be the name of what every object has, such as `constructor`.
  return Object.hasOwn(lines, text) ? lines[text] : undefined;
}
