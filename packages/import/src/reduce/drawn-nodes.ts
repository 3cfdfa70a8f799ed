import { ELLIPSIS } from '@neurofab/core/internal';

/** The `count` nodes with the largest values, in their own order; of equal ones those with the lower numbers. */
export function largest(values: Float64Array, count: number): number[] {
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const keepBest = () => {
    best.sort((one, other) => values[other]! - values[one]! || one - other);
    best.length = Math.min(best.length, count);
    if (best.length === count) least = values[best.at(-1)!]!;
  };
  // Few of millions are kept, so all are never sorted.
  for (let node = 0; node < values.length; node++) {
    if (values[node]! > least && best.push(node) > 2 * count + 1000) keepBest();
  }
  keepBest();
  return best.sort((one, other) => one - other);
}

/**
 * Nodes in order with one ellipsis for all others of a layer with `size` nodes; without one where nothing is left out. It stands
 * between two nodes where any are left out there, and where most are (of equal places the first), since at an end it would stand alone.
 */
export function withEllipsis(nodes: readonly number[], size: number): (number | typeof ELLIPSIS)[] {
  const shown: (number | typeof ELLIPSIS)[] = [...nodes];
  if (nodes.length === size) return shown;
  const hidden = [...nodes, size].map((node, place) => node - (nodes[place - 1] ?? -1) - 1);
  const between = hidden.map((count, place) => (place === 0 || place === nodes.length ? 0 : count));
  const runs = between.some((count) => count > 0) ? between : hidden;
  return shown.toSpliced(runs.indexOf(Math.max(...runs)), 0, ELLIPSIS);
}
