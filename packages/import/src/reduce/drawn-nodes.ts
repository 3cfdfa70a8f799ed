import { ELLIPSIS } from '@neurofab/core/internal';

/** The `count` nodes with the largest values, in their own order; of equal ones those with the lower numbers. */
export function largest(values: Float64Array, count: number): number[] {
  const least = values.slice().sort()[values.length - count]!;
  let equal = count - values.reduce((larger, value) => larger + Number(value > least), 0);
  const nodes: number[] = [];
  for (const [node, value] of values.entries()) {
    if (value > least || (value === least && equal-- > 0)) nodes.push(node);
  }
  return nodes;
}

/**
 * Nodes in order with one ellipsis for all others of a layer with `size` nodes, where most of them are left out in a row (of
 * equal places the first); without one where nothing is left out.
 */
export function withEllipsis(nodes: readonly number[], size: number): (number | typeof ELLIPSIS)[] {
  const shown: (number | typeof ELLIPSIS)[] = [...nodes];
  if (nodes.length === size) return shown;
  const hidden = [...nodes, size].map((node, place) => node - (nodes[place - 1] ?? -1) - 1);
  return shown.toSpliced(hidden.indexOf(Math.max(...hidden)), 0, ELLIPSIS);
}
