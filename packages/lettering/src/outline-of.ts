import { convexPieces } from './convex-pieces.ts';
import { doCross } from './do-cross.ts';
import { type Area, filledArea, ringedArea } from './filled-area.ts';
import { flatContours } from './flat-contours.ts';
import { FontError } from './font-error.ts';
import { GRID, type Ring } from './grid.ts';
import { leastStroke } from './least-stroke.ts';
import type { Font } from './open-font.ts';
import { type PlacedGlyph, shapeText } from './shape-text.ts';

/** The share of a letter's edge that may be of joins: sans-serifs have less there that is thin, serifs more. */
const JOINS = 0.08;

/** A closed line of corners. */
export type Polygon = readonly (readonly [x: number, y: number])[];

/**
 * The area that a line of text fills, where a capital H is 1 high. The baseline is at y = 0, the leftmost point at x = 0, y goes up.
 * Corners are at whole thousandths.
 */
export interface Lettering {
  /** Convex, counter-clockwise, without overlap; neighbours share whole edges. */
  readonly polygons: readonly Polygon[];
  /** The same area by its edges: counter-clockwise around it, clockwise around its holes. */
  readonly rings: readonly Polygon[];
  readonly width: number;
  /** The lowest point: below 0 where a letter goes below the baseline. */
  readonly bottom: number;
  readonly top: number;
  /** How thick strokes are but for joins, where a letter may be thinner and is still read; 1 where none is thinner. */
  readonly stroke: number;
  /** Characters that the font lacks, each once, with their accents. Where there are any, nothing is drawn. */
  readonly missing: readonly string[];
}

/**
 * One line of text: letters kerned, joined where their script joins them, in its order, marks in place; no ligatures that may be left out.
 * No text, or spaces, give an empty area; control characters, such as a line's end, are missing in any font.
 * Throws a FontError where the font turns out to be damaged.
 */
export function outlineOf(text: string, font: Font): Lettering {
  const { glyphs, missing } = shapeText(text.normalize('NFC'), font);
  return { ...outlineOfArea(filledArea(missing.length > 0 ? [] : contoursOf(glyphs, font))), missing };
}

/** The same of the rings of an outline, whoever says that they are: what they go around is filled. Throws a FontError for rings that cross: to join them could take for ever. */
export function outlineOfRings(rings: readonly Polygon[]): Lettering {
  const onGrid = (value: number) => Math.round(value * GRID);
  const contours = rings.map((ring) => ring.map(([x, y]) => ({ x: onGrid(x), y: onGrid(y) })));
  if (doCross(contours)) throw new FontError('The outlines cross themselves.');
  return { ...outlineOfArea(ringedArea(contours)), missing: [] };
}

function outlineOfArea({ rings, triangles }: Area): Omit<Lettering, 'missing'> {
  const { left, right, bottom, top } = extentOf(rings);
  // Never -0, which rounding leaves: JSON has none, so what is read back would be another outline.
  const inHeights = (steps: number) => steps / GRID + 0;
  const toPolygon = (ring: Ring): Polygon => ring.map(({ x, y }) => [inHeights(x - left), inHeights(y)]);
  const borders = rings.map(toPolygon);
  return {
    polygons: convexPieces(triangles).map(toPolygon),
    rings: borders,
    width: inHeights(right - left),
    bottom: inHeights(bottom),
    top: inHeights(top),
    stroke: Math.min(1, leastStroke(borders, { share: JOINS })),
  };
}

function contoursOf(glyphs: readonly PlacedGlyph[], font: Font): Ring[] {
  const onGrid = (units: number) => Math.round((units * GRID) / font.capitalHeight);
  return glyphs.flatMap(({ glyph, x, y }) => {
    const [right, up] = [onGrid(x), onGrid(y)];
    return flatContours(glyph, font).map((ring) => ring.map((at) => ({ x: at.x + right, y: at.y + up })));
  });
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

function extentOf(rings: readonly Ring[]): Extent {
  const start: Extent = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  const extent = rings.flat().reduce(
    ({ left, right, bottom, top }, { x, y }) => ({
      left: Math.min(left, x),
      right: Math.max(right, x),
      bottom: Math.min(bottom, y),
      top: Math.max(top, y),
    }),
    start,
  );
  return rings.length === 0 ? { left: 0, right: 0, bottom: 0, top: 0 } : extent;
}
