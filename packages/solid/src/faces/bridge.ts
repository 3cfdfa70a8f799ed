import type { Loops } from './loops.ts';
import { distance2, type FlatPoints, turn } from './triangulate.ts';

/** A loop, from where to where in a row. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * One loop of an outer one and its holes: a bridge there and back joins each hole to the nearest corner that sees it.
 * `undefined` if there is none.
 */
export function bridgeHoles(
  points: FlatPoints,
  { row }: Loops,
  outer: Stretch,
  holes: readonly Stretch[],
): Int32Array | undefined {
  let joined = Array.from(row.subarray(outer.from, outer.to));
  const waiting = holes.map(({ from, to }) => Array.from(row.subarray(from, to)));
  while (waiting.length > 0) {
    const bridge = findBridge(points, joined, waiting);
    if (bridge === undefined) return undefined;
    const { at, hole, corner } = bridge;
    const [around] = waiting.splice(hole, 1);
    joined = [
      ...joined.slice(0, at + 1),
      ...around!.slice(corner),
      ...around!.slice(0, corner + 1),
      ...joined.slice(at),
    ];
  }
  return Int32Array.from(joined);
}

interface Bridge {
  /** Places in the joined loop and in a hole. */
  readonly at: number;
  readonly hole: number;
  readonly corner: number;
}

/** The shortest bridge from the first hole: to a corner of the loop or, by way of it, of another hole. */
function findBridge(
  points: FlatPoints,
  joined: readonly number[],
  holes: readonly (readonly number[])[],
): Bridge | undefined {
  const walls = [joined, ...holes];
  for (const [hole, around] of holes.entries()) {
    const isBridge = ({ at, corner }: Way) =>
      leadsInside(points, joined, at, around[corner]!) &&
      leadsInside(points, around, corner, joined[at]!) &&
      walls.every((wall) => isClear(points, wall, joined[at]!, around[corner]!));
    for (const way of waysByLength(points, joined, around)) {
      if (isBridge(way)) return { hole, at: way.at, corner: way.corner };
    }
  }
  return undefined;
}

/** From a place in a hole to one in the joined loop. */
type Way = Omit<Bridge, 'hole'>;

/** How much farther ways reach that are sorted next, as the square of a length. */
const FARTHER = 4;

/**
 * All ways, the shortest first. Most often one of the shortest is a bridge, and to sort all takes far longer than to find those:
 * there may be millions.
 */
function* waysByLength(
  points: FlatPoints,
  joined: readonly number[],
  around: readonly number[],
): Generator<Way> {
  let least = 0;
  let most = 0;
  while (least < Infinity) {
    const ways: (Way & { readonly length2: number })[] = [];
    let next = Infinity;
    for (let corner = 0; corner < around.length; corner++) {
      for (let at = 0; at < joined.length; at++) {
        const length2 = distance2(points, around[corner]!, joined[at]!);
        if (length2 < least) continue;
        if (length2 <= most) ways.push({ at, corner, length2 });
        else if (length2 < next) next = length2;
      }
    }
    yield* ways.sort((a, b) => a.length2 - b.length2);
    least = next;
    most = FARTHER * next;
  }
}

/** Whether the way from a corner of a loop to a point starts on the left of the loop. */
function leadsInside(points: FlatPoints, loop: readonly number[], at: number, point: number): boolean {
  const before = loop[at === 0 ? loop.length - 1 : at - 1]!;
  const after = loop[at + 1 === loop.length ? 0 : at + 1]!;
  const corner = loop[at]!;
  const isLeftOfBoth = [turn(points, before, corner, point) > 0, turn(points, corner, after, point) > 0];
  return turn(points, before, corner, after) > 0 ? isLeftOfBoth.every(Boolean) : isLeftOfBoth.some(Boolean);
}

/** Whether no side of a loop meets the bridge between two points, but for sides that end in one of them. */
function isClear(points: FlatPoints, loop: readonly number[], from: number, to: number): boolean {
  return loop.every((start, i) => {
    const end = loop[i + 1 === loop.length ? 0 : i + 1]!;
    if (start === from || start === to || end === from || end === to) return true;
    const [a, b] = [turn(points, from, to, start), turn(points, from, to, end)];
    const [c, d] = [turn(points, start, end, from), turn(points, start, end, to)];
    return (a > 0 && b > 0) || (a < 0 && b < 0) || (c > 0 && d > 0) || (c < 0 && d < 0);
  });
}
