import { postRadius } from '../../spec/base.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { wholeLayers } from './whole-layers.ts';

/** What a foot is made from; source is written from the same numbers. */
export const FOOT_SIZES = {
  /** In radii of a peg: so that a peg 4 mm thick goes 6 mm deep, which tilts little, into a foot that does not tip. */
  pegLength: 3,
  thickness: 1.2,
  width: 18,
  /** What is around a peg in its rail, on both sides together, and under it; and around the rail on its plate. */
  walls: 5,
  floor: 0.8,
  margins: 7,
  /** The sum of widths on both sides that half a height asks for, so that it takes 12° to tip it over. */
  widthOfHeight: 0.425,
  /** Takes the edge off a peg's tip and off its socket's mouth, so that they find each other; less of pegs that are thin. */
  chamfer: 0.3,
  chamferOfPeg: 0.25,
} as const;

/** How deep the pegs of a network go into its foot. */
export function pegLengthOf(spec: NetworkSpec): number {
  return FOOT_SIZES.pegLength * postRadius(spec);
}

/** How wide the rail is that pegs go into. */
export function railWidthOf(spec: NetworkSpec): number {
  return 2 * postRadius(spec) + FOOT_SIZES.walls;
}

/** How high the plate of a foot is, and plate and rail together: whole layers both. */
export function footHeights(spec: NetworkSpec): { readonly thickness: number; readonly height: number } {
  const { layerHeight, clearance } = spec;
  const whole = (size: number) => wholeLayers(size, layerHeight!) * layerHeight!;
  return {
    thickness: whole(FOOT_SIZES.thickness * postRadius(spec)),
    height: whole(pegLengthOf(spec) + clearance! + FOOT_SIZES.floor),
  };
}

/** How far the rail rises above the plate. */
export function railRise(spec: NetworkSpec): number {
  const { thickness, height } = footHeights(spec);
  return height - thickness;
}
