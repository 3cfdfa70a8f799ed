import { BOX, CAPSULE, type Convexes, EDGE, PLANE } from '../convex/convexes.ts';
import { FLOOR } from '../convex/form.ts';
import { type Clipper, INSIDE } from './clip.ts';
import { cover } from './cover.ts';
import type { EdgeRows } from './edge-rows.ts';
import type { Neighbours } from './neighbours.ts';
import type { Piercings } from './pierce.ts';
import { seams } from './seams.ts';
import type { Vertices } from './vertices.ts';

/**
 * Adds what no third solid hides of the seams where facets of two solids cross. `own` has, from a row on, the piercings of the
 * first solid's edges through the other, `others` those of the other's edges through the first. Says whether they agree.
 */
export type AddCrossings = (
  solid: number,
  other: number,
  own: Piercings,
  fromRow: number,
  others: Piercings,
) => boolean;

export function crossings(
  convexes: Convexes,
  { first, of }: Neighbours,
  { clip, shares, planes: through }: Clipper,
  vertices: Vertices,
  rows: EdgeRows,
): AddCrossings {
  const { ranks, planes, edges, capsules, boxes } = convexes;
  const covered = cover();
  const [found, join] = seams(convexes);
  let { ends, endEdges, endPlanes } = found;
  let near = new Int32Array(64);
  let nearCount = 0;
  // The seam in hand, and its facets.
  let seam = 0;
  let plane = 0;
  let otherPlane = 0;
  let rank = 0;
  let otherRank = 0;

  const vertex = (share: number, third: number, end: 0 | 1) => {
    const p = 6 * seam;
    const q = p + 3;
    if (third !== INSIDE) {
      const x = ends[p]! + share * (ends[q]! - ends[p]!);
      const y = ends[p + 1]! + share * (ends[q + 1]! - ends[p + 1]!);
      const z = ends[p + 2]! + share * (ends[q + 2]! - ends[p + 2]!);
      return vertices.ofPlanes(plane, otherPlane, third, x, y, z);
    }
    const at = 2 * seam + end;
    const edge = endEdges[at]!;
    const pierced = endPlanes[at]!;
    const x = ends[3 * at]!;
    const y = ends[3 * at + 1]!;
    const z = ends[3 * at + 2]!;
    if (edges[EDGE * edge + 3] === FLOOR) return vertices.onFloor(edges[EDGE * edge + 2]!, pierced, x, y, z);
    return vertices.ofEdge(edge, pierced, x, y, z);
  };
  /** Whether the seam in hand runs along the cross product of its facets' normals. Then what is outside of the other solid lies on its right, seen from the first facet, and on its left, seen from the other's. */
  const runsAlong = () => {
    const a = PLANE * plane;
    const b = PLANE * otherPlane;
    const p = 6 * seam;
    const x = ends[p + 3]! - ends[p]!;
    const y = ends[p + 4]! - ends[p + 1]!;
    const z = ends[p + 5]! - ends[p + 2]!;
    return (
      (planes[a + 1]! * planes[b + 2]! - planes[a + 2]! * planes[b + 1]!) * x +
        (planes[a + 2]! * planes[b]! - planes[a]! * planes[b + 2]!) * y +
        (planes[a]! * planes[b + 1]! - planes[a + 1]! * planes[b]!) * z >
      0
    );
  };
  const take = (from: number, fromPlane: number, to: number, toPlane: number, around: number) => {
    const [first, last] = [vertex(from, fromPlane, 0), vertex(to, toPlane, 1)];
    const [start, end] = runsAlong() ? [first, last] : [last, first];
    rows.add(plane, around, end, start);
    rows.add(otherPlane, around, start, end);
    // Where the weaker solid lies on a facet of the stronger one, that is what is outside of it.
    if (rank < otherRank) rows.add(plane, otherRank, start, end);
    if (otherRank < rank) rows.add(otherPlane, rank, end, start);
  };

  return (solid, other, own, fromRow, others) => {
    if (!join(own, fromRow, others)) return false;
    if (found.count === 0) return true;
    ({ ends, endEdges, endPlanes } = found);
    rank = ranks[solid]!;
    otherRank = ranks[other]!;
    const weakest = Math.max(rank, otherRank);
    gatherNear(solid, other);
    const { count, planes: pairs, ends: at } = found;
    const thirds = near;
    const thirdCount = nearCount;
    for (seam = 0; seam < count; seam++) {
      plane = pairs[2 * seam]!;
      otherPlane = pairs[2 * seam + 1]!;
      const p = 6 * seam;
      covered.clear();
      let isHidden = false;
      for (let i = 0; i < thirdCount && !isHidden; i++) {
        const third = thirds[i]!;
        if (!clip(at, p, p + 3, third)) continue;
        const other = ranks[third]!;
        if (other > weakest) {
          covered.surround(shares, through, 0, other);
          continue;
        }
        isHidden = (through[0] === INSIDE && through[1] === INSIDE) || covered.hide(shares, through, 0);
        // What hides one seam of a crossing often hides the next.
        if (isHidden && i > 0) {
          thirds[i] = thirds[0]!;
          thirds[0] = third;
        }
      }
      if (!isHidden) covered.pieces(take);
    }
    return true;
  };

  /** Finds which solids come near the seams in hand. */
  function gatherNear(solid: number, other: number): void {
    const box = found.box;
    const x = (box[0]! + box[3]!) / 2;
    const y = (box[1]! + box[4]!) / 2;
    const z = (box[2]! + box[5]!) / 2;
    const reach = Math.sqrt((box[3]! - x) ** 2 + (box[4]! - y) ** 2 + (box[5]! - z) ** 2);
    let least = Infinity;
    nearCount = 0;
    if (near.length < first[solid + 1]! - first[solid]!)
      near = new Int32Array(2 * (first[solid + 1]! - first[solid]!));
    for (let i = first[solid]!; i < first[solid + 1]!; i++) {
      const third = of[i]!;
      const k = BOX * third;
      if (
        third === other ||
        boxes[k]! > box[3]! ||
        boxes[k + 3]! < box[0]! ||
        boxes[k + 1]! > box[4]! ||
        boxes[k + 4]! < box[1]! ||
        boxes[k + 2]! > box[5]! ||
        boxes[k + 5]! < box[2]!
      )
        continue;
      const at = CAPSULE * third;
      const ux = capsules[at + 3]! - capsules[at]!;
      const uy = capsules[at + 4]! - capsules[at + 1]!;
      const uz = capsules[at + 5]! - capsules[at + 2]!;
      const wx = x - capsules[at]!;
      const wy = y - capsules[at + 1]!;
      const wz = z - capsules[at + 2]!;
      const along = ux * wx + uy * wy + uz * wz;
      const length2 = ux * ux + uy * uy + uz * uz;
      const share = along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
      const dx = wx - share * ux;
      const dy = wy - share * uy;
      const dz = wz - share * uz;
      const within = capsules[at + 6]! + reach;
      const distance2 = dx * dx + dy * dy + dz * dz;
      if (distance2 > within * within) continue;
      near[nearCount++] = third;
      // What passes nearest most likely hides all: it is asked first.
      if (distance2 < least) {
        least = distance2;
        near[nearCount - 1] = near[0]!;
        near[0] = third;
      }
    }
  }
}
