import { apart, type Cut, cutFacets, cutsOfFlatFacets, cutsOfOpenEdges } from './cuts.ts';
import { endsOf, type FaultyEdges, findFaultyEdges } from './faulty-edges.ts';
import { joinCoincident } from './join-coincident.ts';
import { edgeNumber, FACET, NEAR, type Surface, span } from './surface.ts';

/** Like `NEAR`, for the two ends of an edge where sheets without thickness touch: 4 µm. */
const NEAR_AT_FOLDS = 256;
const MAX_PASSES = 5;
const MAX_ROUNDS = 200;

/**
 * Makes a surface that was put together from several booleans whole again after its points were rounded: points that
 * nearly met become one, facets that fell onto each other are joined, facets without area vanish, and an edge that meets a
 * chain of shorter ones is cut at their points. Nothing moves farther than a few lattice units, or `NEAR_AT_FOLDS` at folds.
 *
 * `isWhole` tells whether the boundary of every body is closed in the end.
 */
export function mend(surface: Surface): { readonly surface: Surface; readonly isWhole: boolean } {
  let whole = joinCoincident(surface);
  for (let pass = 1; ; pass++) {
    whole = mergeShortEdges(whole);
    const faulty = findFaultyEdges(whole);
    const points = faultyPoints(whole, faulty);
    if (points.size === 0 || pass > MAX_PASSES) return { surface: whole, isWhole: faulty.open.length === 0 };
    whole = mendAt(whole, points);
  }
}

/** The points of faulty edges and of flat facets. */
function faultyPoints(surface: Surface, { open, crowded }: FaultyEdges): Set<number> {
  const cuts = [...cutsOfFlatFacets(surface, crowded), ...open.map(([from, to]) => ({ from, to, at: from }))];
  const points = new Set(cuts.flatMap(({ from, to, at }) => [from, to, at]));
  for (const point of endsOf(surface, crowded)) points.add(point);
  return points;
}

/** Mends the facets at some points, in small steps and without a look at all others. */
function mendAt(surface: Surface, points: ReadonlySet<number>): Surface {
  const { near, far } = splitAt(surface, points);
  // All facets of an edge are here if one of its ends is among the points; of other edges some are missing.
  const isHere = ({ from, to }: Cut) => points.has(from) || points.has(to);

  let part: Surface = { ...surface, facets: near };
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const { open, crowded } = findFaultyEdges(part);
    const merges = mergesOfShortEdges(part, (from, to) =>
      crowded.has(edgeNumber(part, from, to)) && points.has(from) && points.has(to) ? NEAR_AT_FOLDS : 0,
    );
    const cuts = apart(
      part,
      [...cutsOfFlatFacets(part, crowded), ...cutsOfOpenEdges(part, open)].filter(isHere),
    );
    if (merges.size > 0) part = joinCoincident({ ...part, facets: mergePoints(part.facets, merges) });
    else if (cuts.size > 0) part = joinCoincident({ ...part, facets: cutFacets(part, cuts) });
    else break;
  }
  return joined(part, far);
}

/** Facets with one of some points, and all others. */
function splitAt({ facets }: Surface, points: ReadonlySet<number>): { near: number[]; far: number[] } {
  const near: number[] = [];
  const far: number[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const isNear = points.has(facets[i]!) || points.has(facets[i + 1]!) || points.has(facets[i + 2]!);
    const target = isNear ? near : far;
    for (let k = i; k < i + FACET; k++) target.push(facets[k]!);
  }
  return { near, far };
}

function joined(surface: Surface, more: readonly number[]): Surface {
  const facets = [...surface.facets];
  for (const value of more) facets.push(value);
  return { ...surface, facets };
}

function mergeShortEdges(surface: Surface): Surface {
  let merged = surface;
  for (;;) {
    const merges = mergesOfShortEdges(merged, () => NEAR);
    if (merges.size === 0) return merged;
    const facets = mergePoints(merged.facets, merges);
    // Only facets at points that others were merged into can have come to coincide.
    const { near, far } = splitAt({ ...merged, facets }, new Set(merges.values()));
    merged = joined(joinCoincident({ ...merged, facets: near }), far);
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
      merges.set(Math.max(from, to), Math.min(from, to));
      busy.add(from).add(to);
    }
  }
  return merges;
}

function mergePoints(facets: readonly number[], merges: ReadonlyMap<number, number>): number[] {
  return facets.map((value, i) => (i % FACET < 3 ? (merges.get(value) ?? value) : value));
}
