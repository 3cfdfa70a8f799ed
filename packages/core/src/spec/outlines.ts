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
/** Corners are whole thousandths. */
const GRID = 1000;

/** What is wrong with outlines of any origin. Lines that cross are refused: to join them could take for ever. */
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
    if (doCross(rings)) return fault('Must be closed lines that do not cross.');
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

interface Edge {
  readonly from: Corner;
  readonly to: Corner;
  readonly left: number;
  readonly right: number;
}

/** Whether an edge goes through another, which whole numbers tell exactly. */
function doCross(rings: readonly (readonly Corner[])[]): boolean {
  const edges = rings.flatMap(edgesOf).sort((a, b) => a.left - b.left);
  return edges.some((edge, i) => {
    for (let k = i + 1; k < edges.length && edges[k]!.left <= edge.right; k++) {
      const { from, to } = edges[k]!;
      const isParted = side(edge, from) * side(edge, to) < 0;
      if (isParted && side(edges[k]!, edge.from) * side(edges[k]!, edge.to) < 0) return true;
    }
    return false;
  });
}

function edgesOf(ring: readonly Corner[]): Edge[] {
  const corners = ring.map(([x, y]): Corner => [Math.round(x * GRID), Math.round(y * GRID)]);
  return corners.map((from, i) => {
    const to = corners[(i + 1) % corners.length]!;
    return { from, to, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]) };
  });
}

/** Less or more than 0 on the two sides of an edge, 0 in line with it. */
function side({ from, to }: Edge, [x, y]: Corner): number {
  return Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
}
