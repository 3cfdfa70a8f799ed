import { AIR, FACET, type Surface, span } from '../surface.ts';
import type { Gift } from './give-away.ts';
import { labelOf, type Pieces, sidesOfPieces } from './pieces.ts';

/** Cubic millimetres: some half a millimetre each way, less than a nozzle lays down. */
const CRUMB_VOLUME = 0.1;

/** How small a crumb is beside the largest piece of its part, so that small models keep what is large in them, and no part goes. */
const CRUMB_SHARE = 0.001;

/**
 * Crumbs: pieces of a part below `CRUMB_VOLUME` and `CRUMB_SHARE`, as there are where stronger parts cross a weaker one. Each
 * would be a change of tools for what cannot be printed.
 *
 * The space of a crumb goes to the part that it shares most area with. What no other part touches is none.
 */
export function crumbs(surface: Surface, pieces: Pieces): Gift[] {
  const { firsts, volumes } = pieces;
  const limits = limitsOfParts(surface, pieces);
  const isCrumb = (piece: number) =>
    volumes[piece]! > 0 && volumes[piece]! < limits.get(labelOf(surface, piece))!;
  return sidesOfPieces(pieces, firsts.filter(isCrumb)).flatMap((sides) => {
    const label = closestPart(surface, sides);
    return label === undefined ? [] : [{ sides, label }];
  });
}

/** What crumbs of each part are smaller than. Less than each of its hollows, too: a crumb with a hollow would leave it behind. */
function limitsOfParts(surface: Surface, { firsts, volumes }: Pieces): Map<number, number> {
  const largest = new Map<number, number>();
  const limits = new Map<number, number>();
  for (const piece of firsts) {
    const label = labelOf(surface, piece);
    const volume = volumes[piece]!;
    largest.set(label, Math.max(largest.get(label) ?? 0, volume));
    const limit = limits.get(label) ?? CRUMB_VOLUME / surface.unit ** 3;
    limits.set(label, volume < 0 ? Math.min(limit, -volume) : limit);
  }
  for (const [label, limit] of limits) limits.set(label, Math.min(limit, CRUMB_SHARE * largest.get(label)!));
  return limits;
}

/** The part that shares most area with these sides, if any does. */
function closestPart(surface: Surface, sides: readonly number[]): number | undefined {
  const shared = new Map<number, number>();
  for (const side of sides) {
    const label = labelOf(surface, side ^ 1);
    if (label !== AIR) shared.set(label, (shared.get(label) ?? 0) + areaOf(surface, side));
  }
  const [closest] = [...shared].sort(([, a], [, b]) => b - a);
  return closest?.[0];
}

/** In square lattice units. */
function areaOf(surface: Surface, side: number): number {
  const [a, b, c] = surface.facets.subarray((side >> 1) * FACET);
  const [ab, bc, ca] = [span(surface, a!, b!), span(surface, b!, c!), span(surface, c!, a!)];
  return Math.sqrt(Math.max(0, ab * ca - ((ab + ca - bc) / 2) ** 2)) / 2;
}
