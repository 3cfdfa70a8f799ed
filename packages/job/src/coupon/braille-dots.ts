import type { Prism } from '@neurofab/core';
import { circle, LEAST_SIDES, standing } from '@neurofab/core/internal';
import type { BrailleCells } from '@neurofab/lettering';

/** Steps of a dot from its foot to its tip. */
const STEPS = 4;

export interface BraillePlace {
  readonly dotDiameter: number;
  readonly dotHeight: number;
  /** Of the lower left corner. */
  readonly at: readonly [x: number, y: number];
  /** How high what it stands on is. */
  readonly top: number;
}

/** The dots of a line of Braille, each a cap of a sphere in steps. */
export function brailleDots(
  { dots }: Pick<BrailleCells, 'dots'>,
  { dotDiameter, dotHeight, at, top }: BraillePlace,
): Prism[] {
  const foot = dotDiameter / 2;
  const radii = Array.from({ length: STEPS + 1 }, (_, i) => foot * (1 - i / (STEPS + 1)));
  const tip = radii.at(-1)!;
  // How far the middle of the sphere is under the foot: foot and tip are as far from there.
  const under = (foot * foot - tip * tip - dotHeight * dotHeight) / (2 * dotHeight);
  const heightOf = (radius: number) => Math.sqrt(foot * foot + under * under - radius * radius) - under;
  return dots.flatMap(([x, y]) => {
    const ring = (radius: number) =>
      circle(radius, { segments: LEAST_SIDES }, 0).map(([u, v]) => [at[0] + x + u, at[1] + y + v] as const);
    return radii
      .slice(1)
      .map((radius, i) =>
        standing(ring(radii[i]!), [top + heightOf(radii[i]!), top + heightOf(radius)], ring(radius)),
      );
  });
}
