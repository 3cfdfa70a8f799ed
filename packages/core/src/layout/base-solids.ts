import { circleSegments } from '../mesh/resolution.ts';
import type { Network } from '../network/network.ts';
import type { Cylinder, Vec3 } from '../scene/scene.ts';
import { postRadius } from '../spec/base.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import { rowCenters } from './place-nodes.ts';

/** The disc, and a post to the lowest node of every layer above it. */
export function baseSolids(spec: NetworkSpec, network: Network, offset: Vec3): Cylinder[] {
  const { base, resolution } = spec;
  if (base.shape === 'none') return [];
  const [x, y, z]: Vec3 = [middle(spec) + offset[0], offset[1], discHeight(spec, network) + offset[2]];
  const disc: Cylinder = {
    kind: 'cylinder',
    from: [x, y, z - base.thickness / 2],
    to: [x, y, z + base.thickness / 2],
    radius: base.radius,
    segments: base.segments ?? circleSegments(base.radius, resolution),
  };
  if (!base.posts) return [disc];
  const radius = postRadius(spec);
  const posts = network.layers.flatMap((_, layer): Cylinder[] => {
    // A disc that just holds a post still does when both were scaled and rounded.
    if (Math.abs(layer * spec.layerSpacing - middle(spec)) + radius > base.radius * (1 + 1e-9)) return [];
    const to = lowestNode(spec, network, layer, offset);
    const from: Vec3 = [to[0], to[1], z];
    return [{ kind: 'cylinder', from, to, radius, segments: circleSegments(radius, resolution) }];
  });
  return [disc, ...posts];
}

/** The x of the network's middle, where the seed puts its base. */
export function middle({ layers, layerSpacing }: NetworkSpec): number {
  return ((layers.length - 1) / 2) * layerSpacing;
}

/** The centre of a layer's lowest node; dots do not count. */
export function lowestNode(spec: NetworkSpec, { layers }: Network, layer: number, offset: Vec3): Vec3 {
  const { shown } = layers[layer]!;
  const row = shown.findIndex(({ kind }) => kind === 'node');
  return rowCenters(spec, { layer, rows: shown.length }, offset)(row);
}

/** The z of the middle of the disc: at the bottom of the lowest row, as in the seed. */
export function discHeight(spec: NetworkSpec, { layers }: Network): number {
  const offset: Vec3 = [0, 0, 0];
  const lowest = layers.map(
    ({ shown }, layer) => rowCenters(spec, { layer, rows: shown.length }, offset)(0)[2],
  );
  return Math.min(...lowest) - spec.nodeRadius;
}
