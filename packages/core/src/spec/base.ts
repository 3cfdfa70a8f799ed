import { type NetworkSpec, thickestConnection } from './network-spec.ts';
import { NETWORK_DEFAULTS } from './presets.ts';

type Sizes = Pick<NetworkSpec, 'layers' | 'nodeRadius' | 'layerSpacing'>;

/** Default radius of the disc: as far as the layers reach, or the seed's rule. */
export function baseRadiusFor({ layers, nodeRadius, layerSpacing }: Sizes, grows: boolean): number {
  if (grows) return ((layers.length - 1) / 2) * layerSpacing + nodeRadius;
  return NETWORK_DEFAULTS.baseRadiusRatio * layers.length * layers.length * nodeRadius;
}

/** Radius of a post: never thinner than a connection. */
export function postRadius(spec: NetworkSpec): number {
  return Math.max(spec.nodeRadius * NETWORK_DEFAULTS.postRatio, thickestConnection(spec) / 2);
}

/** The smallest disc that holds the post of a middle layer. */
export function minBaseRadius(spec: NetworkSpec): number {
  const toMiddleLayer = spec.layers.length % 2 === 0 ? spec.layerSpacing / 2 : 0;
  return toMiddleLayer + postRadius(spec);
}
