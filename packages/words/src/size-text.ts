import type { Bounds, Scene } from '@neurofab/core';
import { countPlates, formatDecimal } from '@neurofab/core/internal';

/** `144 × 134 × 7 mm` */
export function sizeText({ min, max }: Bounds): string {
  return `${([0, 1, 2] as const).map((axis) => formatDecimal(max[axis] - min[axis], 1)).join(' × ')} mm`;
}

/** How large all is on the bed, and how many plates there are where there are several. */
export function plateText({ bounds, pieces }: Scene): string {
  const plates = countPlates(pieces);
  if (plates > 1) return `${plates} plates of ${sizeText(bounds)} at most`;
  return `${sizeText(bounds)}${pieces.length > 1 ? ' on the plate' : ''}`;
}
