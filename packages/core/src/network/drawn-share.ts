import type { Network } from './network.ts';
import type { Drawing, DrawnGap } from './thickness.ts';

/** What is drawn of a network that is not drawn whole, in numbers. */
export interface DrawnShare {
  /** Of each layer, how many nodes it has and how many of them are drawn. */
  readonly layers: readonly { readonly label: string; readonly size: number; readonly drawn: number }[];
  /** The connections of each gap; left out where there are no weights, since then all between drawn nodes are drawn. */
  readonly gaps?: readonly DrawnGap[];
  /** How many drawn nodes have no connection that is drawn. */
  readonly lone: number;
}

/** What is drawn of a network; `undefined` for one without weights that is drawn whole. */
export function drawnShare({ layers }: Network, drawing: Drawing | undefined): DrawnShare | undefined {
  if (drawing === undefined && layers.every(({ size, drawn }) => size === drawn)) return undefined;
  const counts = layers.map(({ label, size, drawn }) => ({ label, size, drawn }));
  if (drawing === undefined) return { layers: counts, lone: 0 };
  const { gaps, from, to } = drawing;
  const nodes = layers.reduce((sum, { drawn }) => sum + drawn, 0);
  return { layers: counts, gaps, lone: nodes - new Set([...from, ...to]).size };
}
