import type { TakeTurn } from '@neurofab/core/internal';
import { edgeNumber, FACET, isOnFloor, NEAR, NEAR_AT_FOLDS, type Surface, span } from '../surface.ts';
import { crumbs } from './crumbs.ts';
import { apart, cutFacets, cutsOfFlatFacets, cutsOfOpenEdges } from './cuts.ts';
import { endsOf, findFaultyEdges } from './faulty-edges.ts';
import { flakes } from './flakes.ts';
import { giveAway, type PieceFinder } from './give-away.ts';
import { hasVolume } from './has-volume.ts';
import { isSound } from './is-sound.ts';
import { joinCoincident } from './join-coincident.ts';

const MAX_PASSES = 5;
const MAX_ROUNDS = 200;

/**
 * Makes a surface sound again after its points were rounded: points that nearly met become one, facets that fell onto each
 * other are joined, facets without area vanish, and an edge that meets a chain of shorter ones is cut at their points. Nothing
 * moves farther than a few lattice units, or `NEAR_AT_FOLDS` at folds. What is sound loses its flakes and crumbs.
 *
 * `undefined` if the boundary of some body has a fault in the end.
 */
export async function mend(surface: Surface, takeTurn: TakeTurn): Promise<Surface | undefined> {
  let whole = surface;
  // Most often what is wrong is in few places, and nothing else needs a look.
  if (!isSound(whole)) whole = await mendAt(whole, faultyPoints(whole), takeTurn);
  if (!isSound(whole)) whole = await mendAll(whole, takeTurn);
  if (!isSound(whole)) return undefined;
  await takeTurn();
  // Where a part that gets a crumb then touches itself along an edge, crumbs stay.
  return withoutPieces(whole, [flakes, crumbs]) ?? withoutPieces(whole, [flakes]);
}

function withoutPieces(surface: Surface, finders: readonly PieceFinder[]): Surface | undefined {
  const clean = giveAway(surface, finders);
  return (clean === surface || isSound(clean)) && hasVolume(clean) ? clean : undefined;
}

async function mendAll(surface: Surface, takeTurn: TakeTurn): Promise<Surface> {
  let whole = joinCoincident(surface);
  for (let pass = 1; ; pass++) {
    await takeTurn();
    whole = mergeShortEdges(whole);
    const points = faultyPoints(whole);
    if (points.size === 0 || pass > MAX_PASSES) return whole;
    whole = await mendAt(whole, points, takeTurn);
  }
}

/** The points of faulty edges and of flat facets. */
function faultyPoints(surface: Surface): Set<number> {
  const { open, crowded } = findFaultyEdges(surface);
  const cuts = [...cutsOfFlatFacets(surface, crowded), ...open.map(([from, to]) => ({ from, to, at: from }))];
  const points = new Set(cuts.flatMap(({ from, to, at }) => [from, to, at]));
  for (const point of endsOf(surface, crowded)) points.add(point);
  return points;
}

/** Mends the facets at some points, in small steps and without a look at all others. */
async function mendAt(surface: Surface, points: ReadonlySet<number>, takeTurn: TakeTurn): Promise<Surface> {
  const first = splitAt(surface, points);
  const settled = [first.far];
  let part = joinCoincident({ ...surface, facets: first.near });
  let here = points;
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const { open, crowded } = findFaultyEdges(part);
    // All facets of an edge are in the part if one of its ends is among the points; of other edges some are missing.
    const isHere = (from: number, to: number) => here.has(from) || here.has(to);
    const merges = mergesOfShortEdges(part, (from, to) =>
      crowded.has(edgeNumber(part, from, to)) && here.has(from) && here.has(to) ? NEAR_AT_FOLDS : 0,
    );
    const cuts = [...cutsOfFlatFacets(part, crowded), ...cutsOfOpenEdges(part, open)].filter(({ from, to }) =>
      isHere(from, to),
    );
    if (merges.size === 0 && cuts.length === 0) break;

    // Most places are whole after a few rounds: the next ones look at the others alone.
    const busy = new Set([...merges].flat());
    for (const { from, to, at } of cuts) busy.add(from).add(to).add(at);
    for (const [from, to] of open) if (isHere(from, to)) busy.add(from).add(to);
    for (const point of endsOf(part, crowded)) busy.add(point);
    here = neighbours(part, busy, here);
    const { near, far } = splitAt(part, here);
    settled.push(far);
    const facets =
      merges.size > 0 ? mergePoints(near, merges) : cutFacets({ ...part, facets: near }, apart(part, cuts));
    part = joinCoincident({ ...part, facets });
    await takeTurn();
  }
  return settled.reduce(joined, part);
}

/** Those of `among` that are in a facet with one of some points. */
function neighbours(
  { facets }: Surface,
  points: ReadonlySet<number>,
  among: ReadonlySet<number>,
): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < facets.length; i += FACET) {
    const corners = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
    if (!corners.some((point) => points.has(point))) continue;
    for (const point of corners) if (among.has(point)) found.add(point);
  }
  return found;
}

/** Facets with one of some points, and all others. */
function splitAt(
  { points: { length }, facets }: Surface,
  points: Iterable<number>,
): { near: Int32Array; far: Int32Array } {
  const isMarked = new Uint8Array(length / 3);
  for (const point of points) isMarked[point] = 1;
  const near: number[] = [];
  const far = new Int32Array(facets.length);
  let end = 0;
  for (let i = 0; i < facets.length; i += FACET) {
    const isNear = isMarked[facets[i]!]! + isMarked[facets[i + 1]!]! + isMarked[facets[i + 2]!]! > 0;
    for (let k = i; k < i + FACET; k++) {
      if (isNear) near.push(facets[k]!);
      else far[end++] = facets[k]!;
    }
  }
  return { near: Int32Array.from(near), far: far.subarray(0, end) };
}

function joined(surface: Surface, more: Int32Array): Surface {
  const facets = new Int32Array(surface.facets.length + more.length);
  facets.set(surface.facets);
  facets.set(more, surface.facets.length);
  return { ...surface, facets };
}

function mergeShortEdges(surface: Surface): Surface {
  let merged = surface;
  for (;;) {
    const merges = mergesOfShortEdges(merged, () => NEAR);
    if (merges.size === 0) return merged;
    // Only facets at points that are merged can come to coincide.
    const { near, far } = splitAt(merged, [...merges.keys(), ...merges.values()]);
    merged = joined(joinCoincident({ ...merged, facets: mergePoints(near, merges) }), far);
  }
}

/** Points to be replaced by the point at the other end of an edge that is short; no point takes part in two merges at once. */
function mergesOfShortEdges(
  surface: Surface,
  shortest: (from: number, to: number) => number,
): Map<number, number> {
  const { facets } = surface;
  const merges = new Map<number, number>();
  const busy = new Set<number>();
  for (let i = 0; i < facets.length; i += FACET) {
    for (let corner = 0; corner < 3; corner++) {
      const from = facets[i + corner]!;
      const to = facets[i + ((corner + 1) % 3)]!;
      const length2 = span(surface, from, to);
      if (length2 > NEAR_AT_FOLDS ** 2 || busy.has(from) || busy.has(to)) continue;
      if (length2 > shortest(from, to) ** 2) continue;
      const stays =
        isOnFloor(surface, from) === isOnFloor(surface, to)
          ? Math.min(from, to)
          : isOnFloor(surface, from)
            ? from
            : to;
      merges.set(stays === from ? to : from, stays);
      busy.add(from).add(to);
    }
  }
  return merges;
}

function mergePoints(facets: Int32Array, merges: ReadonlyMap<number, number>): Int32Array {
  return facets.map((value, i) => (i % FACET < 3 ? (merges.get(value) ?? value) : value));
}
