import { FACET, type Surface } from './surface.ts';

/** Drops facets with a repeated point, and makes one facet, or none, of two that have the same three points. */
export function joinCoincident(surface: Surface): Surface {
  const { points, facets } = surface;
  const count = points.length / 3;
  // Facets by their two lowest points; those that share them are few and chained.
  const latest = new Map<number, number>();
  const earlier: number[] = [];
  const joined: number[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    const [a, b, c] = [facets[i]!, facets[i + 1]!, facets[i + 2]!];
    if (a === b || b === c || c === a) continue;
    const lowest = Math.min(a, b, c);
    const highest = Math.max(a, b, c);
    const key = lowest * count + (a + b + c - lowest - highest);
    let other = latest.get(key) ?? NONE;
    while (other !== NONE && !absorb(joined, other * FACET, facets, i)) other = earlier[other]!;
    if (other !== NONE) continue;
    earlier.push(latest.get(key) ?? NONE);
    latest.set(key, joined.length / FACET);
    joined.push(a, b, c, facets[i + 3]!, facets[i + 4]!);
  }
  return { ...surface, facets: withoutVanished(joined) };
}

const NONE = -1;

/** Facets that still separate two labels. */
function withoutVanished(facets: readonly number[]): number[] {
  return facets.filter((_, i) => facets[i - (i % FACET) + 3] !== facets[i - (i % FACET) + 4]);
}

/** Joins facet `j` of `others` to facet `i` of the same points, where the label between the two is the same and so has no room. */
function absorb(facets: number[], i: number, others: readonly number[], j: number): boolean {
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
