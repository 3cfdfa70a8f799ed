import { FACET, type Surface } from '../surface.ts';
import { joinCoincident } from './join-coincident.ts';
import { findPieces, labelAt, type Pieces } from './pieces.ts';

/** Each round leaves fewer pieces, and nearly always the second one finds nothing. */
const MAX_ROUNDS = 20;

/** A piece of a body and who gets its space. */
export interface Gift {
  readonly sides: readonly number[];
  readonly label: number;
}

/** Finds pieces to give away. */
export type PieceFinder = (surface: Surface, pieces: Pieces) => Gift[];

/**
 * Gives away the space of all pieces that any of these finds; facets between equal labels go. A piece is closed, so every
 * boundary stays so.
 */
export function giveAway(surface: Surface, finders: readonly PieceFinder[]): Surface {
  let whole = surface;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const pieces = findPieces(whole);
    const gifts = finders.flatMap((find) => find(whole, pieces));
    if (gifts.length === 0) break;
    whole = give(whole, gifts);
  }
  return whole;
}

/** Of pieces that share a facet only the first is given, since they would change places: the next round has what is left. */
function give(surface: Surface, gifts: readonly Gift[]): Surface {
  const facets = surface.facets.slice();
  const isTaken = new Uint8Array(facets.length / FACET);
  for (const { sides, label } of gifts) {
    if (sides.some((side) => isTaken[side >> 1] === 1)) continue;
    for (const side of sides) {
      isTaken[side >> 1] = 1;
      facets[labelAt(side)] = label;
    }
  }
  return joinCoincident({ ...surface, facets });
}
