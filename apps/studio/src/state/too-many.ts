import type { Fault, LayerInput } from '@neurofab/core';
import { formatCount } from '@neurofab/core/internal';

/** More connections than a page draws at each change: the command writes them all the same. */
const MAX_CONNECTIONS = 200_000;

/** The fault of a network with more connections than a page can draw; `undefined` where it has fewer, or is no network. */
export function tooManyConnections(layers: readonly LayerInput[] | undefined): Fault | undefined {
  if (!Array.isArray(layers)) return undefined;
  const drawn = layers.map(drawnCount);
  const connections = drawn.slice(1).reduce((sum, count, i) => sum + count * drawn[i]!, 0);
  if (!(connections > MAX_CONNECTIONS)) return undefined;
  const message = `The page draws at most ${formatCount(MAX_CONNECTIONS)} connections, but here are ${formatCount(connections)}: 784~9 draws nine of 784 nodes. The command has no such limit.`;
  return { path: ['layers'], message };
}

/** How many nodes of a layer are drawn, as far as it is a layer. */
function drawnCount(layer: LayerInput): number {
  if (typeof layer !== 'object') return layer;
  const { size, shown = size } = layer;
  return typeof shown === 'number' ? shown : shown.length;
}
