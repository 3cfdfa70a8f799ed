import { BOX, type Convexes, EDGE } from '../convex/convexes.ts';
import { type Clipper, INSIDE } from './clip.ts';
import { ballMeasurer, rodMeasurer, UNMEASURED } from './measure.ts';

/** What of a solid's edges lies inside other solids, a row each. */
export interface Piercings {
  length: number;
  /** The edge. */
  edges: Int32Array;
  /** The solid that it passes through. */
  solids: Int32Array;
  /** Where it enters and leaves, two numbers a row: shares of the edge, and planes of the solid or `INSIDE`. */
  shares: Float64Array;
  planes: Int32Array;
}

export function piercings(): Piercings {
  return {
    length: 0,
    edges: new Int32Array(256),
    solids: new Int32Array(256),
    shares: new Float64Array(512),
    planes: new Int32Array(512),
  };
}

/** Adds to a row of piercings those of one solid's edges through another. */
export type Pierce = (solid: number, other: number, found: Piercings) => void;

/** The most planes that the bits of a whole number stand for. */
const MOST_BITS = 30;

export function piercer(convexes: Convexes, clipper: Clipper): Pierce {
  const { firstPlane } = convexes;
  const pierceFew = fewPlanesPiercer(convexes);
  const pierceMany = manyPlanesPiercer(convexes, clipper);
  return (solid, other, found) => {
    const planes = firstPlane[other + 1]! - firstPlane[other]!;
    if (planes <= MOST_BITS) pierceFew(solid, other, found);
    else pierceMany(solid, other, found);
  };
}

/** Measures all points from all planes first, since each point has several edges. */
function fewPlanesPiercer(convexes: Convexes): Pierce {
  const { firstPoint, firstPlane, firstEdge, edges, sections } = convexes;
  const measureRod = rodMeasurer(convexes);
  const measureBall = ballMeasurer(convexes);
  let distances = new Float64Array(1024);
  let outside = new Int32Array(64);

  return (solid, other, found) => {
    const start = firstPoint[solid]!;
    const count = firstPoint[solid + 1]! - start;
    const startPlane = firstPlane[other]!;
    const sides = firstPlane[other + 1]! - startPlane;
    if (distances.length < count * sides) distances = new Float64Array(2 * count * sides);
    if (outside.length < count) outside = new Int32Array(2 * count);
    if (sections[solid] !== undefined) measureRod(solid, other, distances, outside);
    else measureBall.all(solid, other, distances, outside);

    const own = edges;
    const far = distances;
    const bits = outside;
    const end = firstEdge[solid + 1]!;
    for (let edge = firstEdge[solid]!; edge < end; edge++) {
      const from = own[EDGE * edge]! - start;
      const to = own[EDGE * edge + 1]! - start;
      let entering = bits[from]!;
      let leaving = bits[to]!;
      if ((entering & leaving & ~UNMEASURED) !== 0) continue;
      if (entering < 0) entering = measureBall.one(solid, from, other, distances, outside);
      if (leaving < 0) leaving = measureBall.one(solid, to, other, distances, outside);
      if ((entering & leaving) !== 0) continue;
      let enter = 0;
      let leave = 1;
      let enterPlane = INSIDE;
      let leavePlane = INSIDE;
      while (entering !== 0) {
        const k = 31 - Math.clz32(entering);
        entering &= ~(1 << k);
        const p = far[k * count + from]!;
        const share = p / (p - far[k * count + to]!);
        if (share > enter) {
          enter = share;
          enterPlane = startPlane + k;
        }
      }
      while (leaving !== 0) {
        const k = 31 - Math.clz32(leaving);
        leaving &= ~(1 << k);
        const p = far[k * count + from]!;
        const share = p / (p - far[k * count + to]!);
        if (share < leave) {
          leave = share;
          leavePlane = startPlane + k;
        }
      }
      if (enter < leave) add(found, edge, other, enter, enterPlane, leave, leavePlane);
    }
  };
}
/** Clips edge by edge, those that come near. */
function manyPlanesPiercer(
  { firstEdge, points, edges, boxes }: Convexes,
  { clip, shares, planes }: Clipper,
): Pierce {
  return (solid, other, found) => {
    const box = BOX * other;
    const minX = boxes[box]!;
    const minY = boxes[box + 1]!;
    const minZ = boxes[box + 2]!;
    const maxX = boxes[box + 3]!;
    const maxY = boxes[box + 4]!;
    const maxZ = boxes[box + 5]!;
    const end = firstEdge[solid + 1]!;
    for (let edge = firstEdge[solid]!; edge < end; edge++) {
      const a = 3 * edges[EDGE * edge]!;
      const b = 3 * edges[EDGE * edge + 1]!;
      const ax = points[a]!;
      const ay = points[a + 1]!;
      const az = points[a + 2]!;
      const bx = points[b]!;
      const by = points[b + 1]!;
      const bz = points[b + 2]!;
      if (
        (ax < minX && bx < minX) ||
        (ax > maxX && bx > maxX) ||
        (ay < minY && by < minY) ||
        (ay > maxY && by > maxY) ||
        (az < minZ && bz < minZ) ||
        (az > maxZ && bz > maxZ) ||
        !clip(points, a, b, other)
      )
        continue;
      add(found, edge, other, shares[0]!, planes[0]!, shares[1]!, planes[1]!);
    }
  };
}

function add(
  found: Piercings,
  edge: number,
  solid: number,
  enter: number,
  enterPlane: number,
  leave: number,
  leavePlane: number,
): void {
  const row = found.length;
  if (row === found.edges.length) grow(found);
  found.edges[row] = edge;
  found.solids[row] = solid;
  found.shares[2 * row] = enter;
  found.shares[2 * row + 1] = leave;
  found.planes[2 * row] = enterPlane;
  found.planes[2 * row + 1] = leavePlane;
  found.length++;
}

function grow(found: Piercings): void {
  const { edges, solids, shares, planes } = found;
  found.edges = new Int32Array(2 * edges.length);
  found.solids = new Int32Array(2 * solids.length);
  found.shares = new Float64Array(2 * shares.length);
  found.planes = new Int32Array(2 * planes.length);
  found.edges.set(edges);
  found.solids.set(solids);
  found.shares.set(shares);
  found.planes.set(planes);
}
