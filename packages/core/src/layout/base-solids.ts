import { circleSegments } from '../mesh/resolution.ts';
import type { Network } from '../network/network.ts';
import type { Cylinder, Other, Vec3 } from '../scene/scene.ts';
import { postRadius } from '../spec/base.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import { type PlacedNodes, rowCenters, upright } from './place-nodes.ts';

/** A disc, or a post with the number of the node that it holds. */
export type BaseSolid = Cylinder & Pick<Other, 'holds'>;

/** The disc, and a post to the lowest node of every layer above it. */
export function baseSolids(
  spec: NetworkSpec,
  network: Network,
  { placed, offset }: { readonly placed: PlacedNodes; readonly offset: Vec3 },
): BaseSolid[] {
  const { base, resolution } = spec;
  if (base.shape === 'none') return [];
  const [x, y, z] = upright(offset)(middle(spec), discHeight(spec, network));
  const disc: Cylinder = {
    kind: 'cylinder',
    from: [x, y, z - base.thickness / 2],
    to: [x, y, z + base.thickness / 2],
    radius: base.radius,
    segments: base.segments ?? circleSegments(base.radius, resolution),
  };
  if (!base.posts) return [disc];
  const radius = postRadius(spec);
  const posts = endNodes(network, placed).flatMap(([holds], layer): BaseSolid[] => {
    // A disc that just holds a post still does when both were scaled and rounded.
    if (Math.abs(layer * spec.layerSpacing - middle(spec)) + radius > base.radius * (1 + 1e-9)) return [];
    const to = placed.nodes[holds]!.center;
    const from: Vec3 = [to[0], to[1], z];
    return [{ kind: 'cylinder', from, to, radius, segments: circleSegments(radius, resolution), holds }];
  });
  return [disc, ...posts];
}

/** The x of the network's middle, where the seed puts its base. */
export function middle({ layers, layerSpacing }: NetworkSpec): number {
  return ((layers.length - 1) / 2) * layerSpacing;
}

/** The numbers of each layer's lowest and highest node; dots do not count. */
export function endNodes(
  { layers }: Network,
  { numbers }: PlacedNodes,
): (readonly [lowest: number, highest: number])[] {
  let first = 0;
  return layers.map(({ drawn }) => {
    const ends = [numbers[first]!, numbers[first + drawn - 1]!] as const;
    first += drawn;
    return ends;
  });
}

/** The z of the middle of the disc: at the bottom of the lowest row, as in the seed. */
export function discHeight(spec: NetworkSpec, { layers }: Network): number {
  const frame = upright([0, 0, 0]);
  const lowest = layers.map(
    ({ shown }, layer) => rowCenters(spec, { layer, rows: shown.length }, frame)(0)[2],
  );
  return Math.min(...lowest) - spec.nodeRadius;
}
