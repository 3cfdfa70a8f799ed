import type { NetworkSpec } from '@neurofab/core';
import {
  cutDepth,
  footOf,
  moveSolid,
  rectangle,
  socket,
  standing,
  thinnestRadius,
} from '@neurofab/core/internal';
import { COUPON_SIZES } from './coupon-sizes.ts';
import type { Cut } from './cut.ts';

/** From socket to socket, in millimetres: a mark is nearly as wide. */
const PITCH = 12;

export interface SocketRail extends Cut {
  /** Where it ends, and how high it is. */
  readonly back: number;
  readonly height: number;
}

/** The rail of a foot, from a y on, with a socket for each clearance. */
export function socketRail(spec: NetworkSpec, front: number): SocketRail {
  const cut = cutDepth(thinnestRadius(spec), spec.layerHeight!);
  const feet = COUPON_SIZES.clearances.map((clearance) => footOf({ ...spec, clearance }, cut)!);
  const height = Math.max(...feet.map((foot) => foot.height));
  const { railWidth } = feet[0]!;
  const [reach, back] = [railWidth / 2, front + railWidth];
  const ends = [socketX(0) - reach, socketX(feet.length - 1) + reach] as const;
  return {
    back,
    height,
    solids: [standing(rectangle(ends, [front, back]), [0, height])],
    voids: feet.flatMap((foot, i) =>
      socket(spec.resolution, { ...foot, height }, socketX(i)).map((solid) =>
        moveSolid(solid, [0, front + reach, 0]),
      ),
    ),
  };
}

/** Where the middle of a socket is. */
export function socketX(i: number): number {
  return (i + 0.5) * PITCH;
}
