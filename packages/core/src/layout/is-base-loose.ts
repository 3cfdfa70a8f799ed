import type { Network } from '../network/network.ts';
import { networkOf } from '../network/network-of.ts';
import type { Vec3 } from '../scene/scene.ts';
import { type BaseSpec, type NetworkSpec, thickestConnection } from '../spec/network-spec.ts';
import { discHeight, middle } from './base-solids.ts';
import { rowCenters, upright } from './place-nodes.ts';

type Disc = Extract<BaseSpec, { shape: 'disc' }>;

/** Whether the base touches nothing of the network that is to stand on it, which can be made all the same. */
export function isBaseLoose(spec: NetworkSpec): boolean {
  const { base } = spec;
  return base.shape !== 'none' && !base.posts && !touchesDisc(spec, networkOf(spec), base);
}

/**
 * Whether a node or a connection reaches into the disc. Solids are convex and the network's plane mirrors them, so they
 * meet where their sections in that plane do; and the lowest node of each layer and what joins those are nearest.
 */
function touchesDisc(spec: NetworkSpec, network: Network, { radius, thickness }: Disc): boolean {
  // From the middle of the disc's upper face; the disc is never thick enough for a node's centre to lie below it.
  const top = discHeight(spec, network) + thickness / 2;
  const lowest = network.layers.map((_, layer) => lowestNode(spec, network, layer));
  const x = lowest.map((center) => center[0] - middle(spec));
  const z = lowest.map((center) => center[2] - top);
  return network.layers.some((_, layer) => {
    if (distanceToFace(x[layer]!, z[layer]!, radius) < spec.nodeRadius) return true;
    if (layer === 0) return false;
    const from = [x[layer - 1]!, z[layer - 1]!] as const;
    const across = [x[layer]! - from[0], z[layer]! - from[1]] as const;
    // The distance is convex along the connection, so it is least at an end, over the rim or square to it.
    const places = [-radius, radius].flatMap((rim) => [
      (rim - from[0]) / across[0],
      ((rim - from[0]) * across[0] - from[1] * across[1]) / (across[0] ** 2 + across[1] ** 2),
    ]);
    return places.some((place) => {
      const t = Math.min(1, Math.max(0, place));
      const reach = thickestConnection(spec) / 2;
      return distanceToFace(from[0] + t * across[0], from[1] + t * across[1], radius) < reach;
    });
  });
}

/** The centre of a layer's lowest node; dots do not count. */
function lowestNode(spec: NetworkSpec, { layers }: Network, layer: number): Vec3 {
  const { shown } = layers[layer]!;
  const row = shown.findIndex(({ kind }) => kind === 'node');
  return rowCenters(spec, { layer, rows: shown.length }, upright([0, 0, 0]))(row);
}

function distanceToFace(x: number, z: number, radius: number): number {
  const outside = Math.max(0, Math.abs(x) - radius);
  return Math.sqrt(outside ** 2 + z ** 2);
}
