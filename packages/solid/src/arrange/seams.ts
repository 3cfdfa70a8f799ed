import { type Convexes, EDGE } from '../convex/convexes.ts';
import { FLOOR } from '../convex/form.ts';
import { INSIDE } from './clip.ts';
import type { Piercings } from './pierce.ts';

/** The seams of two solids: where a facet of one crosses a facet of the other. Each ends where an edge passes through a facet. */
export interface Seams {
  count: number;
  /** Two a seam: the first solid's, then the other's. */
  planes: Int32Array;
  /** x, y, z of the two ends of each seam. */
  ends: Float64Array;
  /** The edge and the plane that meet in each end. */
  endEdges: Int32Array;
  endPlanes: Int32Array;
  /** Least x, y, z of all ends, then greatest. */
  readonly box: Float64Array;
}

/**
 * Finds the seams of two solids from all piercings of their edges: those of the first solid's are `own` from a row on, those of
 * the other's are `others`. Says whether every seam has two ends.
 */
export type JoinSeams = (own: Piercings, fromRow: number, others: Piercings) => boolean;

/** Gives the seams that were joined last, and what joins them. */
export function seams({ points, edges }: Convexes): readonly [found: Seams, join: JoinSeams] {
  let size = 256;
  const found: Seams = { count: 0, ...columns(size), box: new Float64Array(6) };
  let endCounts = new Uint8Array(size);
  // Seams by their planes, in at most a quarter of the slots. Numbers start from 1, for 0 is none.
  let slots = new Int32Array(4 * size);
  let used = new Int32Array(size);
  let isSound = true;
  // Of the end in hand: numbers that are handed over one by one would be boxed.
  const place = new Float64Array(3);

  /** The slot where the seam of two planes is, or where it would go. */
  const slotOf = (plane: number, otherPlane: number) => {
    const { planes } = found;
    const mask = slots.length - 1;
    let slot = ((Math.imul(plane, 0x9e3779b1) ^ Math.imul(otherPlane, 0x85ebca77)) >>> 8) & mask;
    let number = slots[slot]!;
    while (number !== 0 && (planes[2 * number - 2] !== plane || planes[2 * number - 1] !== otherPlane)) {
      slot = (slot + 1) & mask;
      number = slots[slot]!;
    }
    return slot;
  };
  const grow = () => {
    size *= 2;
    const wider = columns(size);
    wider.planes.set(found.planes);
    wider.ends.set(found.ends);
    wider.endEdges.set(found.endEdges);
    wider.endPlanes.set(found.endPlanes);
    Object.assign(found, wider);
    const counts = new Uint8Array(size);
    counts.set(endCounts);
    endCounts = counts;
    slots = new Int32Array(4 * size);
    used = new Int32Array(size);
    for (let seam = 0; seam < found.count; seam++) {
      used[seam] = slotOf(found.planes[2 * seam]!, found.planes[2 * seam + 1]!);
      slots[used[seam]!] = seam + 1;
    }
  };
  /** Adds an end to the seam of two planes, which may be a new one. */
  const addEnd = (plane: number, otherPlane: number, edge: number, pierced: number) => {
    if (found.count === size) grow();
    const slot = slotOf(plane, otherPlane);
    if (slots[slot] === 0) {
      const seam = found.count++;
      used[seam] = slot;
      found.planes[2 * seam] = plane;
      found.planes[2 * seam + 1] = otherPlane;
      endCounts[seam] = 0;
      slots[slot] = seam + 1;
    }
    const seam = slots[slot]! - 1;
    if (endCounts[seam] === 2) {
      isSound = false;
      return;
    }
    const end = 2 * seam + endCounts[seam]!++;
    found.ends[3 * end] = place[0]!;
    found.ends[3 * end + 1] = place[1]!;
    found.ends[3 * end + 2] = place[2]!;
    found.endEdges[end] = edge;
    found.endPlanes[end] = pierced;
  };
  const addAll = (
    { length, edges: pierced, shares, planes: through }: Piercings,
    fromRow: number,
    isOwn: boolean,
  ) => {
    const { box } = found;
    for (let row = fromRow; row < length; row++) {
      const edge = pierced[row]!;
      const left = edges[EDGE * edge + 2]!;
      const right = edges[EDGE * edge + 3]!;
      // Outlines in the mirror plane cross each other: either one finds the same point.
      if (right === FLOOR && !isOwn) continue;
      const from = 3 * edges[EDGE * edge]!;
      const to = 3 * edges[EDGE * edge + 1]!;
      for (let i = 2 * row; i < 2 * row + 2; i++) {
        const plane = through[i]!;
        if (plane === INSIDE) continue;
        const share = shares[i]!;
        const x = points[from]! + share * (points[to]! - points[from]!);
        const y = points[from + 1]! + share * (points[to + 1]! - points[from + 1]!);
        const z = points[from + 2]! + share * (points[to + 2]! - points[from + 2]!);
        if (x < box[0]!) box[0] = x;
        if (y < box[1]!) box[1] = y;
        if (z < box[2]!) box[2] = z;
        if (x > box[3]!) box[3] = x;
        if (y > box[4]!) box[4] = y;
        if (z > box[5]!) box[5] = z;
        place[0] = x;
        place[1] = y;
        place[2] = z;
        if (isOwn) {
          addEnd(left, plane, edge, plane);
          if (right !== FLOOR) addEnd(right, plane, edge, plane);
        } else {
          addEnd(plane, left, edge, plane);
          addEnd(plane, right, edge, plane);
        }
      }
    }
  };

  return [
    found,
    (own, fromRow, others) => {
      for (let seam = 0; seam < found.count; seam++) slots[used[seam]!] = 0;
      found.count = 0;
      isSound = true;
      found.box.fill(Infinity, 0, 3);
      found.box.fill(-Infinity, 3);
      addAll(own, fromRow, true);
      addAll(others, 0, false);
      for (let seam = 0; seam < found.count; seam++) if (endCounts[seam] !== 2) return false;
      return isSound;
    },
  ];
}

function columns(size: number) {
  return {
    planes: new Int32Array(2 * size),
    ends: new Float64Array(6 * size),
    endEdges: new Int32Array(2 * size),
    endPlanes: new Int32Array(2 * size),
  };
}
