import type { NetworkSpec } from './network-spec.ts';
import { NETWORK_DEFAULTS } from './presets.ts';

type Sizes = Pick<NetworkSpec, 'layers' | 'nodeRadius' | 'layerSpacing'>;

/** Default radius of the disc: the seed's rule, grown on request until every node stands over it. */
export function baseRadiusFor({ layers, nodeRadius, layerSpacing }: Sizes, grows: boolean): number {
  const rule = NETWORK_DEFAULTS.baseRadiusRatio * layers.length ** 2 * nodeRadius;
  const halfLength = ((layers.length - 1) / 2) * layerSpacing;
  return grows ? Math.max(rule, halfLength + nodeRadius) : rule;
}

/** Radius of a post: never thinner than a connection. */
export function postRadius({ nodeRadius, connectionRadius }: NetworkSpec): number {
  return Math.max(nodeRadius * NETWORK_DEFAULTS.postRatio, connectionRadius);
}

/** The smallest disc that holds the post of a middle layer. */
export function minBaseRadius(spec: NetworkSpec): number {
  const toMiddleLayer = spec.layers.length % 2 === 0 ? spec.layerSpacing / 2 : 0;
  return toMiddleLayer + postRadius(spec);
}
