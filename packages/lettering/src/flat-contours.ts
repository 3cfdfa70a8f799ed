import { FontError } from './font-error.ts';
import { GRID, type Ring, sum } from './grid.ts';
import type { Font } from './open-font.ts';

/** How far a straight line may be from the curve that it stands for, in capital heights: 0.05 mm at 5 mm, less than a printer shows. */
const TOLERANCE = 0.01;

/** A letter's outline is at most so long, in capital heights: ten times as long as those of the most ornate. Damaged ones cross themselves without end. */
const MOST_LENGTH = 300;

type Vector = readonly [x: number, y: number];

/** The closed lines of a glyph on the grid, curves as straight lines. They may cross each other. Throws a FontError where they are far too long. */
export function flatContours(glyph: number, font: Font): Ring[] {
  const tolerance = TOLERANCE * font.capitalHeight;
  const contours: Vector[][] = [];
  for (const { type, values } of font.shaped.glyphToJson(glyph)) {
    if (type === 'M') contours.push([]);
    const contour = contours.at(-1)!;
    contour.push(...flatCurve([...contour.slice(-1), ...pairs(values)], tolerance));
  }
  if (sum(contours.map(lengthOf)) > MOST_LENGTH * font.capitalHeight) {
    throw new FontError('The font is damaged: the outline of a letter is far too long.');
  }
  const scale = GRID / font.capitalHeight;
  return contours.map((contour) =>
    contour.map(([x, y]) => ({ x: Math.round(x * scale), y: Math.round(y * scale) })),
  );
}

function pairs(values: readonly number[]): Vector[] {
  return Array.from({ length: values.length / 2 }, (_, i) => [values[2 * i]!, values[2 * i + 1]!]);
}

/** A Bézier curve by as many straight lines as its bend needs, without its start; of a single point, that. */
function flatCurve(controls: readonly Vector[], tolerance: number): Vector[] {
  const degree = controls.length - 1;
  if (degree < 2) return controls.slice(degree);
  // A polynomial is at most an eighth of its second derivative from its chord, and that lies between those at the controls.
  const bend = Math.max(
    ...controls.slice(2).map((end, i) => secondDifference(controls[i]!, controls[i + 1]!, end)),
  );
  const count = Math.max(1, Math.ceil(Math.sqrt((degree * (degree - 1) * bend) / (8 * tolerance))));
  return Array.from({ length: count }, (_, i) => pointAt(controls, (i + 1) / count));
}

function secondDifference([ax, ay]: Vector, [bx, by]: Vector, [cx, cy]: Vector): number {
  return lengthOfVector([ax - 2 * bx + cx, ay - 2 * by + cy]);
}

function lengthOfVector([x, y]: Vector): number {
  return Math.sqrt(x * x + y * y);
}

/** De Casteljau's construction. */
function pointAt(controls: readonly Vector[], share: number): Vector {
  if (controls.length === 1) return controls[0]!;
  const between = controls
    .slice(1)
    .map(([x, y], i): Vector => [mix(controls[i]![0], x, share), mix(controls[i]![1], y, share)]);
  return pointAt(between, share);
}

function lengthOf(contour: readonly Vector[]): number {
  return sum(contour.slice(1).map(([x, y], i) => lengthOfVector([x - contour[i]![0], y - contour[i]![1]])));
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
