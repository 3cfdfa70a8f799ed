import type { NetworkSpec } from '@neurofab/core';
import { cutDepth, footOf, pegs, rectangle, standing, thinnestRadius } from '@neurofab/core/internal';
import type { Cut } from './cut.ts';

/** What it is held by, in millimetres. */
const GRIP = { width: 14, depth: 8 } as const;

/** The peg of a network that lies flat, as it lies: to the right of x, its tip in front; and what cuts it off under the bed. */
export function couponPeg(spec: NetworkSpec, left: number): Cut {
  const height = cutDepth(thinnestRadius(spec), spec.layerHeight!);
  const foot = footOf(spec, height)!;
  const { pegLength, pegRadius } = foot;
  const [x, right] = [left + GRIP.width / 2, left + GRIP.width];
  const grip = rectangle([left, right], [pegLength, pegLength + GRIP.depth]);
  const place = {
    nodes: [[x, pegLength + GRIP.depth / 2, height]],
    tip: 0,
    isMirrored: false,
  } as const;
  const under = rectangle([left - 1, right + 1], [-1, pegLength + GRIP.depth + 1]);
  return {
    solids: [standing(grip, [0, height + pegRadius]), ...pegs(spec, foot, place)],
    voids: [standing(under, [-2 * pegRadius, 0])],
  };
}
