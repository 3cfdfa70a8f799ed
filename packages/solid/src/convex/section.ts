import { unitCircle } from '@neurofab/core/internal';

/**
 * The cross-section of a rod with radius 1, counter-clockwise: a regular polygon, or its upper half. Side k leads from corner
 * k to the next; nothing leads from the last corner of a half to its first, for that is where the plane lies.
 */
export interface Section {
  readonly corners: number;
  readonly sides: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  /** Where the sides face. */
  readonly facingCos: Float64Array;
  readonly facingSin: Float64Array;
  /** How far from the middle the sides lie. */
  readonly apothem: number;
}

export interface SectionOptions {
  /** Where the polygon starts, in sides. */
  readonly start: 0 | 0.5;
  /** Whether only what lies above its first axis is wanted, which mirrors the polygon. */
  readonly isHalf: boolean;
}

/** A regular polygon of so many sides in a circle of radius 1. */
export function section(segments: number, { start, isHalf }: SectionOptions): Section {
  const { cos, sin } = unitCircle(segments, start);
  // Side k faces half a side past corner k.
  const facing = unitCircle(segments, start === 0 ? 0.5 : 0);
  const firstFacing = start === 0 ? 0 : 1;
  const apothem = unitCircle(segments, 0.5).cos[0]!;
  const corners: [cos: number, sin: number][] = [];
  const sides: number[] = [];
  if (isHalf) {
    const isCornerOnTheLeft = (start === 0) === (segments % 2 === 0);
    corners.push([start === 0 ? 1 : apothem, 0]);
    if (start !== 0) sides.push(segments - 1);
    for (let corner = 0; corner < segments; corner++) {
      const turn = 2 * (corner + start);
      if (turn >= segments) break;
      if (turn > 0) corners.push([cos[corner]!, sin[corner]!]);
      sides.push(corner);
    }
    corners.push([isCornerOnTheLeft ? -1 : -apothem, 0]);
  } else {
    for (let corner = 0; corner < segments; corner++) {
      corners.push([cos[corner]!, sin[corner]!]);
      sides.push(corner);
    }
  }
  const facingOf = (side: number) => (side + firstFacing) % segments;
  return {
    corners: corners.length,
    sides: sides.length,
    cos: Float64Array.from(corners, ([x]) => x),
    sin: Float64Array.from(corners, ([, y]) => y),
    facingCos: Float64Array.from(sides, (side) => facing.cos[facingOf(side)]!),
    facingSin: Float64Array.from(sides, (side) => facing.sin[facingOf(side)]!),
    apothem,
  };
}
