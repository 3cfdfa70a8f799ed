import { show } from './show.ts';
import { type Fault, isObject } from './spec-error.ts';

/** Lines of text as closed lines of corners around what is filled, and around holes in it: how they look in a font of somebody's own, in heights of its capitals. */
export type Outlines = Readonly<Record<string, readonly (readonly Corner[])[]>>;

type Corner = readonly [x: number, y: number];

/** As many corners as a hundred letters have, and as all names of a network do. */
const MOST_IN_LINE = 5000;
const MOST_IN_ALL = 100_000;
/** Of a corner from the start of its line, in heights of capitals. */
export const FARTHEST = 1000;

/** What is wrong with outlines of any origin; whether lines cross tells whoever fills them. */
export function outlinesFaults(value: unknown): Fault[] {
  if (!isObject(value)) {
    return [{ path: [], message: `Must be the closed lines of each text, but is ${show(value)}.` }];
  }
  let count = 0;
  for (const [text, rings] of Object.entries(value)) {
    const fault = (message: string): Fault[] => [{ path: [text], message }];
    if (!Array.isArray(rings) || !rings.every(isRing)) {
      return fault(`Must be closed lines of corners, each [x, y] from ${-FARTHEST} to ${FARTHEST}.`);
    }
    const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
    count += corners;
    if (corners > MOST_IN_LINE || count > MOST_IN_ALL) {
      return fault(
        `Must have at most ${MOST_IN_LINE} corners, and with all others ${MOST_IN_ALL}, but has ${corners}.`,
      );
    }
  }
  return [];
}

function isRing(ring: unknown): ring is readonly Corner[] {
  return Array.isArray(ring) && ring.length >= 3 && ring.every(isCorner);
}

function isCorner(corner: unknown): corner is Corner {
  return (
    Array.isArray(corner) &&
    corner.length === 2 &&
    corner.every((value) => typeof value === 'number' && Math.abs(value) <= FARTHEST)
  );
}
