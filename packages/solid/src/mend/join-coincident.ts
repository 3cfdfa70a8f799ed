import { FACET, isOnFloor, type Surface } from '../surface.ts';

/**
 * Drops facets with a repeated point, and makes one facet, or none, of two that have the same three points; a facet in the
 * plane of a mirror is one of two with its image.
 */
export function joinCoincident(surface: Surface): Surface {
  const { points, facets } = surface;
  // Facets by their lowest point; those that share it are few and chained. Numbers start from 1, for 0 is none.
  const latest = new Int32Array(points.length / 3);
  const earlier = new Int32Array(facets.length / FACET + 1);
  const joined = new Int32Array(facets.length);
  let length = 0;
  for (let i = 0; i < facets.length; i += FACET) {
    const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
    if (a === b || b === c || c === a) continue;
    if (isOnFloor(surface, a) && isOnFloor(surface, b) && isOnFloor(surface, c)) continue;
    const lowest = Math.min(a, b, c);
    let other = latest[lowest]!;
    while (other !== 0 && !absorb(joined, (other - 1) * FACET, facets, i)) other = earlier[other]!;
    if (other !== 0) continue;
    for (let k = i; k < i + FACET; k++) joined[length++] = facets[k]!;
    earlier[length / FACET] = latest[lowest]!;
    latest[lowest] = length / FACET;
  }
  return { ...surface, facets: withoutVanished(joined.subarray(0, length)) };
}

/** Facets that still separate two labels. */
function withoutVanished(facets: Int32Array): Int32Array {
  let length = 0;
  for (let i = 0; i < facets.length; i += FACET) {
    if (facets[i + 3] === facets[i + 4]) continue;
    for (let k = i; k < i + FACET; k++) facets[length++] = facets[k]!;
  }
  return facets.subarray(0, length);
}

/** Joins facet `j` of `others` to facet `i` of the same points, where the label between the two is the same and so has no room. */
function absorb(facets: Int32Array, i: number, others: Int32Array, j: number): boolean {
  const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
  const [p, q, r] = [others[j]!, others[j + 1]!, others[j + 2]!];
  const sameWay =
    (p === a && q === b && r === c) || (p === b && q === c && r === a) || (p === c && q === a && r === b);
  const otherWay =
    (p === a && q === c && r === b) || (p === c && q === b && r === a) || (p === b && q === a && r === c);
  if (!sameWay && !otherWay) return false;
  const inside = others[j + (sameWay ? 3 : 4)]!;
  const outside = others[j + (sameWay ? 4 : 3)]!;
  if (inside === facets[i + 4]) facets[i + 4] = outside;
  else if (outside === facets[i + 3]) facets[i + 3] = inside;
  else return false;
  return true;
}
