import type { Prism } from '@neurofab/core';
import { circle, LEAST_SIDES, standing } from '@neurofab/core/internal';

/** A line of Braille in millimetres, from its lower left corner. */
export interface BrailleLine {
  /** Centres. */
  readonly dots: readonly (readonly [x: number, y: number])[];
  readonly width: number;
  readonly height: number;
  readonly sizes: { readonly dotDiameter: number; readonly dotHeight: number };
}

/** Steps of a dot from its foot to its tip. */
const STEPS = 4;

/** The dots of a line whose middle is at a place, on what is so high: each a cap of a sphere in steps. */
export function brailleSolids(
  { dots, width, height, sizes: { dotDiameter, dotHeight } }: BrailleLine,
  [middleX, middleY]: readonly [x: number, y: number],
  top: number,
): Prism[] {
  const foot = dotDiameter / 2;
  const radii = Array.from({ length: STEPS + 1 }, (_, i) => foot * (1 - i / (STEPS + 1)));
  const tip = radii.at(-1)!;
  // How far the middle of the sphere is under the foot: foot and tip are as far from there.
  const under = (foot * foot - tip * tip - dotHeight * dotHeight) / (2 * dotHeight);
  const heightOf = (radius: number) => Math.sqrt(foot * foot + under * under - radius * radius) - under;
  return dots.flatMap(([dotX, dotY]) => {
    const [x, y] = [middleX - width / 2 + dotX, middleY - height / 2 + dotY];
    const ring = (radius: number) =>
      circle(radius, { segments: LEAST_SIDES }, 0).map(([u, v]) => [x + u, y + v] as const);
    return radii.slice(1).map((radius, i) => {
      const lower = radii[i]!;
      return standing(ring(lower), [top + heightOf(lower), top + heightOf(radius)], ring(radius));
    });
  });
}
