import { NEAR, type Surface } from '../surface.ts';
import type { Gift } from './give-away.ts';
import { labelOf, type Pieces, sidesOfPieces } from './pieces.ts';

/**
 * Flakes: pieces that enclose a space thinner than `NEAR` on average, so thin that rounding may have made it. Where many facets
 * of a union cross in nearly one point, closed sheets of a few come loose; whoever counts a file's bodies by edges takes each
 * for one.
 *
 * The space of a flake goes to what it borders on most, be it air.
 */
export function flakes(surface: Surface, pieces: Pieces): Gift[] {
  const { firsts, volumes, areas } = pieces;
  // A sheet folded flat has half its area on either side.
  const isFlake = (piece: number) => Math.abs(volumes[piece]!) <= (NEAR * areas[piece]!) / 2;
  return sidesOfPieces(pieces, firsts.filter(isFlake)).map((sides) => ({
    sides,
    label: mostFrequent(sides.map((side) => labelOf(surface, side ^ 1))),
  }));
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}
