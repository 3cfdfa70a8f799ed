import type { Piece, Rods, Solid } from '@neurofab/core';

/** Whether two pieces are the same to the last bit, whatever they are called. */
export function areSamePieces(one: Piece, other: Piece): boolean {
  return (
    one.mirror === other.mirror &&
    areSame(one.nodes, other.nodes) &&
    areSame(one.others, other.others) &&
    areSame(one.voids ?? [], other.voids ?? []) &&
    one.rods.length === other.rods.length &&
    one.rods.every((rods, i) => areSameRods(rods, other.rods[i]!))
  );
}

function areSameRods(one: Rods, other: Rods): boolean {
  if (one.part !== other.part || one.count !== other.count) return false;
  const others = other[Symbol.iterator]();
  for (const rod of one) if (!isSame(rod, others.next().value)) return false;
  return true;
}

function areSame(one: readonly Solid[], other: readonly Solid[]): boolean {
  return one.length === other.length && one.every((solid, i) => isSame(solid, other[i]));
}

/** Fields of solids of one kind come in one order. */
function isSame(one: Solid, other: Solid | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
