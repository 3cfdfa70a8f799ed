import type { Prism } from '../../scene/scene.ts';
import { type Braille, brailleIn } from '../../spec/lettering.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { circle, type Polygon, standing } from '../modes/polygon.ts';

/** What is around a line of Braille, in millimetres; source is written from the same numbers. */
export const BRAILLE_GAPS = {
  /**
   * To whatever else is raised, so that a finger reads dots alone: 3/8 inch (2010 ADA Standards for Accessible Design, section
   * 703.3.2).
   */
  raised: 9.5,
  /** To the edge of what it stands on. */
  edge: 3,
} as const;

/** What a dot is made from; source is written from the same numbers. */
export const DOT_SIZES = {
  /** Frustums from its foot to its tip, and their sides: as many as leave no step to be felt. */
  rings: 4,
  sides: 24,
  /** Of its tip, which is flat, in diameters of its foot: what is any narrower filament leaves out, and the dot comes out lower. */
  tip: 0.4,
  /** How far it reaches into what it stands on, to be one with it. */
  sunk: 0.01,
} as const;

/** The line of Braille of a spec; `undefined` where there is none, or nobody knows its cells. */
export function brailleLine({ braille, lettering }: NetworkSpec): Braille | undefined {
  const line = braille === undefined ? undefined : brailleIn(lettering, braille);
  return line?.dots.length === 0 ? undefined : line;
}

/** What a line of Braille takes of a plate with its gaps, or nothing where there is none. */
export interface BrailleRoom {
  /** To either side of its middle. */
  readonly wide: number;
  /** From what is raised behind it to the edge, and to its middle. */
  readonly deep: number;
  readonly middle: number;
}

export function brailleRoom(spec: NetworkSpec): BrailleRoom {
  const line = brailleLine(spec);
  if (line === undefined) return { wide: 0, deep: 0, middle: 0 };
  const { raised, edge } = BRAILLE_GAPS;
  const { width, height } = line;
  return { wide: width / 2 + edge, deep: raised + height + edge, middle: raised + height / 2 };
}

/** The dots of a line whose middle is at a place, on what is so high. They are as large in every model, since fingers are. */
export function brailleSolids(
  { dots, width, height, sizes }: Braille,
  [middleX, middleY]: readonly [x: number, y: number],
  top: number,
): Prism[] {
  const rings = domeOf(sizes);
  return dots.flatMap(([dotX, dotY]) => {
    const [x, y] = [middleX - width / 2 + dotX, middleY - height / 2 + dotY];
    const moved = (polygon: Polygon) => polygon.map(([u, v]) => [x + u, y + v] as const);
    return rings.slice(1).map((upper, i) => {
      const lower = rings[i]!;
      return standing(moved(lower.outline), [top + lower.height, top + upper.height], moved(upper.outline));
    });
  });
}

interface Ring {
  readonly outline: Polygon;
  /** Above what the dot stands on. */
  readonly height: number;
}

/** A cap of a sphere, from what is under it up, in rings that are as much narrower each; its tip is flat. */
function domeOf({ dotDiameter, dotHeight }: Braille['sizes']): Ring[] {
  const { rings, sides, tip: blunt, sunk } = DOT_SIZES;
  const radii = Array.from(
    { length: rings + 1 },
    (_, i) => (dotDiameter / 2) * (1 - ((1 - blunt) * i) / rings),
  );
  const [foot, tip] = [radii[0]!, radii[rings]!];
  // How far its middle is under its foot: (tip, height) and (foot, 0) are as far from there.
  const under = (foot * foot - tip * tip - dotHeight * dotHeight) / (2 * dotHeight);
  const heights = radii.map((radius) => Math.sqrt(foot * foot + under * under - radius * radius) - under);
  return [foot, ...radii].map((radius, i) => ({
    outline: circle(radius, { segments: sides }, 0),
    height: i === 0 ? -sunk : heights[i - 1]!,
  }));
}
