import type { NetworkSpec } from '../../spec/network-spec.ts';
import type { TextLine } from './text-line.ts';

/** A plate with round ends, or a disc, and along its middle what stands on it. */
export interface RoundPlate {
  /** Of its ends. */
  readonly radius: number;
  /** From its middle to those of its ends. */
  readonly straight: number;
  /** Of what stands on it, to the front. */
  readonly reach: number;
}

/** How far text stays off what it could be taken for a part of, in heights of its capitals; source is written from the same number. */
export const FRONT_GAP = 0.4;

/** As large as text can be in front of what stands on a plate, and where its middle is then, seen from that of the plate. */
export function inFront(
  { textHeight }: NetworkSpec,
  { width, depth }: TextLine,
  plate: RoundPlate,
): { readonly height: number; readonly y: number } {
  const { straight, reach } = plate;
  // With its gaps, as if they were part of it.
  const [wide, deep] = [width / 2 + FRONT_GAP, depth + 2 * FRONT_GAP];
  const height = Math.min(textHeight!, largest([wide, deep], plate));
  const aside = Math.max(0, height * wide - straight);
  const front = Math.sqrt(plate.radius * plate.radius - aside * aside);
  return { height, y: -(reach + front) / 2 };
}

/** How many times as large a rectangle can be that begins at the middle of what stands there, so wide to both sides and so deep. */
function largest([wide, deep]: readonly [number, number], { radius, straight, reach }: RoundPlate): number {
  const most = (radius - reach) / deep;
  if (most * wide <= straight) return most;
  // Its front corners are on the round ends: (size·wide − straight)² + (reach + size·deep)² = radius².
  const a = wide * wide + deep * deep;
  const b = reach * deep - straight * wide;
  const c = straight * straight + reach * reach - radius * radius;
  return (Math.sqrt(b * b - a * c) - b) / a;
}
