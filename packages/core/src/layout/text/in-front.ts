import type { NetworkSpec } from '../../spec/network-spec.ts';
import { brailleRoom } from '../braille/braille-line.ts';
import { type Lines, textLine } from './text-line.ts';

/** A plate with round corners or ends, or a disc, and what stands on it. */
export interface RoundPlate {
  /** Of its corners. */
  readonly radius: number;
  /** From the middle of what stands on it to those of its front corners, to either side and to the front. */
  readonly straight: number;
  readonly forward: number;
  /** Of what stands on it, to the front. */
  readonly reach: number;
}

/** How far text stays off what it could be taken for a part of, in heights of its capitals; source is written from the same number. */
export const FRONT_GAP = 0.4;

/**
 * Text in front of what stands on a plate, as large as there is room for, and before it Braille: both half-way from there to the plate's
 * edge, or what there is of them. Seen from the middle of what stands there.
 */
export function inFront(spec: NetworkSpec, plate: RoundPlate): Lines {
  const { reach } = plate;
  const line = textLine(spec);
  const { width, depth } = line ?? { width: 0, depth: 0 };
  // With its gaps, as if they were part of it.
  const [wide, deep] = [width / 2 + FRONT_GAP, depth + 2 * FRONT_GAP];
  const behind = deep - FRONT_GAP;
  const braille = brailleRoom(spec);
  const left = Math.max(0, frontAt(plate, braille.wide) - braille.deep - reach);
  const height =
    line === undefined ? 0 : Math.min(spec.textHeight!, largest([wide, deep], plate), left / behind);
  const slack = Math.min(left - height * behind, frontAt(plate, height * wide) - reach - height * deep);
  const start = reach + Math.max(0, slack) / 2;
  return {
    names: [],
    text: line && { line, height, at: [0, -(start + height * (FRONT_GAP + depth / 2))] },
    braille: braille.deep === 0 ? undefined : [0, -(start + height * behind + braille.middle)],
  };
}

/** How far a plate has to reach to its front so that what text there is can be so high, and Braille before it has room. */
export function frontFor(
  spec: NetworkSpec,
  { reach, textHeight = 0 }: { readonly reach: number; readonly textHeight: number | undefined },
): number {
  const { depth } = textLine(spec) ?? { depth: -FRONT_GAP };
  return reach + textHeight * (depth + FRONT_GAP) + brailleRoom(spec).deep;
}

/** How far to the front a plate reaches so far to both sides; 0 where it does not. */
function frontAt({ radius, straight, forward }: RoundPlate, wide: number): number {
  const aside = Math.max(0, wide - straight);
  return aside > radius ? 0 : forward + Math.sqrt(radius * radius - aside * aside);
}

/** How many times as large a rectangle can be that begins at the middle of what stands there, so wide to both sides and so deep. */
function largest([wide, deep]: readonly [number, number], plate: RoundPlate): number {
  const { radius, straight, forward } = plate;
  const reach = plate.reach - forward;
  const widest = (straight + radius) / wide;
  if (reach + widest * deep <= 0) return widest;
  // A disc may be smaller than a node, and then there is no room at all.
  const most = Math.max(0, radius - reach) / deep;
  if (most * wide <= straight) return most;
  // Its front corners are on the plate's: (size·wide − straight)² + (reach + size·deep)² = radius².
  const a = wide * wide + deep * deep;
  const b = reach * deep - straight * wide;
  const c = straight * straight + reach * reach - radius * radius;
  return (Math.sqrt(b * b - a * c) - b) / a;
}
