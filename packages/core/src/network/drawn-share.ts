import type { TrainedSpec } from '../spec/network-spec.ts';
import type { Layer, Network } from './network.ts';
import type { Drawing, DrawnGap, ThicknessBy } from './thickness.ts';

/** How many nodes a layer has, and which share of the flow those that are drawn carry. */
export interface DrawnLayer extends Pick<Layer, 'label' | 'size' | 'drawn' | 'flow'> {
  /** What drawn nodes stand for, from below. */
  readonly labels?: readonly string[];
}

/** What is drawn of a network that is not drawn whole, in numbers. */
export interface DrawnShare {
  /** Where a trained network comes from. */
  readonly trained?: TrainedSpec;
  /** Of each layer, how many nodes it has and how many of them are drawn, and the share of the flow that these carry, where it is known. */
  readonly layers: readonly DrawnLayer[];
  /** How a weight becomes a thickness; left out where there are no weights, like the next. */
  readonly thicknessBy?: ThicknessBy;
  /** The connections of each gap: without weights all between drawn nodes are drawn. */
  readonly gaps?: readonly DrawnGap[];
  /** How many drawn nodes have no connection that is drawn. */
  readonly lone: number;
}

/** What is drawn of a network; `undefined` for one that nobody trained, without weights, that is drawn whole. */
export function drawnShare(
  { layers, trained }: Network,
  drawing: Drawing | undefined,
): DrawnShare | undefined {
  const isWhole = layers.every(({ size, drawn }) => size === drawn);
  if (trained === undefined && drawing === undefined && isWhole) return undefined;
  const share = {
    ...(trained !== undefined && { trained }),
    layers: layers.map(({ shown, ...counts }) => ({ ...counts, ...labelsIn(shown) })),
  };
  if (drawing === undefined) return { ...share, lone: 0 };
  const { gaps, from, to, thicknessBy } = drawing;
  const nodes = layers.reduce((sum, { drawn }) => sum + drawn, 0);
  return { ...share, thicknessBy, gaps, lone: nodes - new Set([...from, ...to]).size };
}

function labelsIn(shown: Layer['shown']): { readonly labels?: readonly string[] } {
  const labels = shown.flatMap((entry) =>
    entry.kind === 'node' && entry.label !== undefined ? [entry.label] : [],
  );
  return labels.length === 0 ? {} : { labels };
}
