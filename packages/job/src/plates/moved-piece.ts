import type { Piece, Placement, Rods, Solid } from '@neurofab/core';
import { placeSolid } from '@neurofab/core/internal';

/** A piece turned about the vertical and moved on its plate. A plate is not put together, so it goes nowhere from there. */
export function movedPiece({ name, nodes, rods, others, voids, mirror }: Piece, placement: Placement): Piece {
  const moved = <Kind extends Solid>(solid: Kind) => placeSolid(solid, placement);
  const isTurned = placement[0] !== 1;
  return {
    name,
    nodes: nodes.map(moved),
    rods: rods.map((some) => movedRods(some, moved)),
    others: others.map(moved),
    ...(voids !== undefined && { voids: voids.map(moved) }),
    ...(mirror !== undefined && !isTurned && { mirror: mirror + placement[10] }),
  };
}

function movedRods(rods: Rods, moved: <Kind extends Solid>(solid: Kind) => Kind): Rods {
  return {
    ...rods,
    *[Symbol.iterator]() {
      for (const rod of rods) yield moved(rod);
    },
  };
}
