import type { MeshBuilder } from './mesh-builder.ts';
import type { Profile } from './profile.ts';
import { between, type Side } from './side.ts';
import { nextVanishing } from './vanishing.ts';

/** A convex face with axes all around. Corner i is where side i starts, counter-clockwise from x to z. */
export interface ClosedFace {
  readonly sides: readonly Side[];
  /** Vertices of the corners, on top and in the plane. */
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/** How far apart, as a share of the connection's radius, distances still count as equal. */
const TIE = 1e-6;

/**
 * Adds the roof over a face and the floor below it.
 *
 * The front, all places at one distance from the nearest side, is an inset of the face. It moves from the sides inward; a
 * side vanishes from it where the front's corners at its two ends meet, equally far from three sides or more. What a side
 * passes over until then is the part of the face that is nearest to it. Every vertex between two such parts belongs to both,
 * so the roof is closed whatever rounding does.
 */
export function faceRoof(
  { sides, tops, bottoms }: ClosedFace,
  { distances, heights }: Profile,
  builder: MeshBuilder,
): void {
  const reach = distances.at(-1)!;
  const tie = TIE * reach;
  let front: readonly number[] = sides.map((_, side) => side);
  let next = nextVanishing(sides, front, tie);
  const cornersOfFront = (distance: number, height: number) =>
    front.map((side, k) => {
      const { x, z } = between(sides[front.at(k - 1)!]!, sides[side]!, distance);
      return builder.vertex(x, height, z);
    });

  // What happens to the front within the flat top does not show.
  let band = 1;
  let corners = tops;
  if (heights[1] === heights[0]) {
    while (next.distance <= distances[1]! + tie) {
      front = next.rest;
      next = nextVanishing(sides, front, tie);
    }
    if (front.length === 0) {
      builder.facet(tops);
      builder.facet(bottoms, 'down');
      return;
    }
    corners = cornersOfFront(distances[1]!, heights[1]!);
    addRing(tops, corners, front, builder, 'up');
    band = 2;
  }

  const paths = openPaths(front, corners);
  for (; band < distances.length && front.length > 0; band++) {
    const [from, to] = [distances[band - 1]!, distances[band]!];
    const fall = (heights[band]! - heights[band - 1]!) / (to - from);
    while (next.distance <= to + tie) {
      for (const { sides: run, meeting } of next.runs) {
        const height = heights[band - 1]! + fall * (meeting.distance - from);
        const vertex = builder.vertex(meeting.x, height, meeting.z);
        for (let n = 1; n < run.length; n++) extend(paths, run[n - 1]!, run[n]!, vertex, meeting.distance);
      }
      for (const side of front) if (!next.rest.includes(side)) builder.facet(outline(paths[side]!));
      front = next.rest;
      next = nextVanishing(sides, front, tie);
    }
    for (let k = 0; k < front.length; k++) {
      const [before, side] = [front.at(k - 1)!, front[k]!];
      // The corner that a side left when it vanished just here is the corner at this distance too.
      if (to - paths[side]!.reached <= tie) continue;
      const { x, z } = between(sides[before]!, sides[side]!, to);
      extend(paths, before, side, builder.vertex(x, heights[band]!, z), to);
    }
    for (const side of front) {
      builder.facet(outline(paths[side]!));
      restart(paths[side]!);
    }
  }

  if (front.length === 0) {
    builder.facet(bottoms, 'down');
    return;
  }
  // A hole: around it stands a wall, if the profile has one.
  const rim = front.map((side) => paths[side]!.start[0]!);
  const foot = heights.at(-1) === 0 ? rim : cornersOfFront(reach, 0);
  for (let k = 0; foot !== rim && k < front.length; k++) {
    const after = (k + 1) % front.length;
    builder.facet([rim[k]!, rim[after]!, foot[after]!, foot[k]!]);
  }
  addRing(bottoms, foot, front, builder, 'down');
}

/** Adds the flat ring between the corners of a face and those of the front. */
function addRing(
  outer: readonly number[],
  inner: readonly number[],
  front: readonly number[],
  builder: MeshBuilder,
  direction: 'up' | 'down',
): void {
  // A corner of the face goes with the start of the first side from there on that is still in the front.
  const innerOf = (corner: number) =>
    inner[
      Math.max(
        0,
        front.findIndex((side) => side >= corner),
      )
    ]!;
  for (let side = 0; side < outer.length; side++) {
    const [start, end] = [innerOf(side), innerOf(side + 1)];
    const ring = [outer[side]!, outer[(side + 1) % outer.length]!, ...(start === end ? [end] : [end, start])];
    builder.facet(ring, direction);
  }
}

/** The vertices that the two ends of a side's piece of the front passed since the last distance of the profile. */
interface Paths {
  start: number[];
  end: number[];
  /** The distance at the last vertex of `start`. */
  reached: number;
}

function openPaths(front: readonly number[], corners: readonly number[]): Paths[] {
  const paths: Paths[] = [];
  front.forEach((side, k) => {
    paths[side] = { start: [corners[k]!], end: [corners[(k + 1) % front.length]!], reached: -Infinity };
  });
  return paths;
}

/** Moves the corner of the front between two sides on to a vertex. */
function extend(
  paths: readonly Paths[],
  before: number,
  after: number,
  vertex: number,
  distance: number,
): void {
  paths[before]!.end.push(vertex);
  paths[after]!.start.push(vertex);
  paths[after]!.reached = distance;
}

function outline({ start, end }: Paths): number[] {
  const corners = [start[0]!, ...end];
  const isClosed = start.at(-1) === end.at(-1);
  for (let n = start.length - (isClosed ? 2 : 1); n > 0; n--) corners.push(start[n]!);
  return corners;
}

function restart(paths: Paths): void {
  paths.start = [paths.start.at(-1)!];
  paths.end = [paths.end.at(-1)!];
}
