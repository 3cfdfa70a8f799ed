import { BOX, CAPSULE, type Convexes, EDGE, PLANE } from '../convex/convexes.ts';
import { FLOOR } from '../convex/form.ts';
import { along } from './along.ts';
import { type Clipper, INSIDE } from './clip.ts';
import { cover } from './cover.ts';
import type { EdgeRows } from './edge-rows.ts';
import type { Neighbours } from './neighbours.ts';
import type { Piercings } from './pierce.ts';
import { seams } from './seams.ts';
import type { Vertices } from './vertices.ts';

/**
 * Adds what no third solid hides of the seams where facets of two solids cross. `own` has, from a row on, the piercings of the
 * first solid's edges through the other, `others` those of the other's edges through the first; the other is given by its place
 * among all neighbours. Says whether they agree.
 */
export type AddCrossings = (
  solid: number,
  place: number,
  own: Piercings,
  fromRow: number,
  others: Piercings,
) => boolean;

/** How many of the solids that hid seams are asked again first. */
const LATELY = 4;

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
  let close = 0;
  // The middle of the seams in hand, and how far they reach from it.
  const middle = new Float64Array(4);
  const neighbourhood = along(convexes, { first, of });
  let sortedFor = -1;
  const lately = new Int32Array(LATELY).fill(-1);
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

  return (solid, place, own, fromRow, others) => {
    if (!join(own, fromRow, others)) return false;
    if (found.count === 0) return true;
    ({ ends, endEdges, endPlanes } = found);
    rank = ranks[solid]!;
    otherRank = ranks[of[place]!]!;
    const weakest = Math.max(rank, otherRank);
    const { count, planes: pairs, ends: at } = found;
    let isGathered = false;
    for (seam = 0; seam < count; seam++) {
      const p = 6 * seam;
      covered.clear();
      if (isHiddenAsLately(at, p, solid, of[place]!, weakest)) continue;
      if (!isGathered) gatherNear(solid, place);
      isGathered = true;
      plane = pairs[2 * seam]!;
      otherPlane = pairs[2 * seam + 1]!;
      let isHidden = false;
      for (let i = 0; i < nearCount && !isHidden; i++) {
        const third = near[i]!;
        if (!clip(at, p, p + 3, third)) continue;
        if (ranks[third]! > weakest) {
          covered.surround(shares, through, 0, ranks[third]!);
          continue;
        }
        isHidden = covered.hide(shares, through, 0);
        if (isHidden) recall(third, LATELY - 1);
      }
      if (!isHidden) covered.pieces(take);
    }
    return true;
  };

  /** Whether the solids that hid seams lately, of this crossing or the ones before, hide the one in hand. */
  function isHiddenAsLately(
    at: Float64Array,
    p: number,
    solid: number,
    other: number,
    weakest: number,
  ): boolean {
    for (let i = 0; i < LATELY; i++) {
      const third = lately[i]!;
      if (third < 0 || third === solid || third === other || ranks[third]! > weakest) continue;
      if (!clip(at, p, p + 3, third) || !covered.hide(shares, through, 0)) continue;
      recall(third, i);
      return true;
    }
    return false;
  }

  /** Puts a solid first among those that hid seams lately, in place of the one at some place. */
  function recall(third: number, place: number): void {
    for (let i = place; i > 0; i--) lately[i] = lately[i - 1]!;
    lately[0] = third;
  }

  /** Finds which solids come near the seams in hand. */
  function gatherNear(solid: number, place: number): void {
    if (solid !== sortedFor) {
      neighbourhood.sort(solid);
      sortedFor = solid;
    }
    const count = first[solid + 1]! - first[solid]!;
    if (near.length < count) near = new Int32Array(2 * count);
    const { box } = found;
    const reach2 = [0, 1, 2].reduce((sum, axis) => {
      middle[axis] = (box[axis]! + box[axis + 3]!) / 2;
      const out = box[axis + 3]! - middle[axis]!;
      return sum + out * out;
    }, 0);
    middle[3] = Math.sqrt(reach2);
    close = 0;
    nearCount = 0;
    neighbourhood.visit(place, (third) => {
      if (third !== of[place]) addIfNear(third);
    });
  }

  function addIfNear(third: number): void {
    const { box } = found;
    const k = BOX * third;
    if (
      boxes[k]! > box[3]! ||
      boxes[k + 3]! < box[0]! ||
      boxes[k + 1]! > box[4]! ||
      boxes[k + 4]! < box[1]! ||
      boxes[k + 2]! > box[5]! ||
      boxes[k + 5]! < box[2]!
    )
      return;
    const at = CAPSULE * third;
    const ux = capsules[at + 3]! - capsules[at]!;
    const uy = capsules[at + 4]! - capsules[at + 1]!;
    const uz = capsules[at + 5]! - capsules[at + 2]!;
    const wx = middle[0]! - capsules[at]!;
    const wy = middle[1]! - capsules[at + 1]!;
    const wz = middle[2]! - capsules[at + 2]!;
    const toward = ux * wx + uy * wy + uz * wz;
    const length2 = ux * ux + uy * uy + uz * uz;
    const share = toward <= 0 ? 0 : toward >= length2 ? 1 : toward / length2;
    const dx = wx - share * ux;
    const dy = wy - share * uy;
    const dz = wz - share * uz;
    const within = capsules[at + 6]! + middle[3]!;
    const distance2 = dx * dx + dy * dy + dz * dz;
    if (distance2 > within * within) return;
    near[nearCount++] = third;
    // What passes near the middle most likely hides all: it is asked first.
    const radius = capsules[at + 6]!;
    if (4 * distance2 < radius * radius) {
      near[nearCount - 1] = near[close]!;
      near[close++] = third;
    }
  }
}
