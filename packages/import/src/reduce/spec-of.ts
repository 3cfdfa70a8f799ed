import type { NetworkSpecInput } from '@neurofab/core';
import { ELLIPSIS, fileStem } from '@neurofab/core/internal';
import type { TrainedNetwork } from '../trained-network.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * A trained network as a spec: what is drawn of it, with the weights between drawn nodes alone, and where it comes from. Throws
 * the SpecErrors of `reduce`.
 */
export function specOf(network: TrainedNetwork, options: ReduceOptions = {}): NetworkSpecInput {
  const { layers, weights } = reduce(network, options);
  const { name, format, sha256 } = network.source;
  return {
    name: fileStem(name),
    layers: layers.map(({ flow, ...layer }) => (layer.shown.includes(ELLIPSIS) ? { ...layer, flow } : layer)),
    weights,
    trained: {
      file: name,
      format,
      sha256,
      biases: network.layers.some(({ bias }) => bias?.some((value) => value !== 0)),
    },
  };
}
