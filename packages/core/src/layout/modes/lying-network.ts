import { joinBounds } from '../../mesh/mesh.ts';
import { placePrism } from '../../scene/move-solid.ts';
import { IDENTITY, type Placement, place, QUARTER_TURN } from '../../scene/placement.ts';
import type { Bounds, Prism, Vec3 } from '../../scene/scene.ts';
import { solidsBounds } from '../../scene/scene-bounds.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import type { Loose } from '../arrange.ts';
import { discHeight, lowestNodes, middle } from '../base-solids.ts';
import { drawnOf, networkSolids, outermostSolids } from '../drawn.ts';
import { type PlacedNodes, placeNodes } from '../place-nodes.ts';
import { type Foot, pegs } from './foot.ts';
import { rectangle, standing } from './polygon.ts';

/** How a network lies. */
export interface Lying {
  /** How high its plane lies above the bed, under which all is cut off. */
  readonly height: number;
  /** What its pegs go into; `undefined` where it has none. */
  readonly foot: Foot | undefined;
}

/** A network on its back, and its pegs. Its layers lie along x, their middle over the origin. */
export function lyingNetwork(spec: NetworkSpec, lying: Lying): Loose {
  const { plan } = drawnOf(spec);
  const own = nodesAt(spec, lying, IDENTITY);
  const plugs = pegsUnder(spec, lying, own);
  const boundsAt = (pose: Placement) =>
    joinBounds(
      solidsBounds(outermostSolids(spec, nodesAt(spec, lying, pose))),
      solidsBounds(plugs.map((plug) => placePrism(plug, pose))),
    );
  const straight = boundsAt(IDENTITY);
  const cut = underBed(straight);
  return {
    bounds: (isTurned) => (isTurned ? boundsAt(QUARTER_TURN) : straight),
    at: (pose) => ({
      name: spec.name,
      ...networkSolids(spec, nodesAt(spec, lying, pose)),
      others: plugs.map((plug) => ({ ...placePrism(plug, pose), part: plan.base! })),
      voids: [placePrism(cut, pose)],
    }),
    assembled: raised(spec, lying),
  };
}

function nodesAt(spec: NetworkSpec, { height }: Lying, pose: Placement): PlacedNodes {
  const { network, plan } = drawnOf(spec);
  const half = middle(spec);
  const frame = (x: number, z: number) => place([x - half, z, height], pose);
  return placeNodes(spec, network, { parts: plan.layers, frame });
}

/** Under the lowest node of each layer. */
function pegsUnder(spec: NetworkSpec, { foot }: Lying, placed: PlacedNodes): Prism[] {
  if (foot === undefined) return [];
  const { network } = drawnOf(spec);
  const nodes = lowestNodes(network, placed).map((node) => placed.nodes[node]!.center);
  return pegs(spec, foot, { nodes, tip: discHeight(spec, network) - foot.pegLength });
}

/** The room under the bed as far as a network lies above it. */
function underBed({ min, max }: Bounds): Prism {
  const margin = max[2];
  const outline = rectangle([min[0] - margin, max[0] + margin], [min[1] - margin, max[1] + margin]);
  return standing(outline, [-2 * max[2], 0]);
}

/** From lying to standing: the lowest nodes on the rail of the foot, their axes over its middle, or where that would be. */
function raised(spec: NetworkSpec, { height, foot }: Lying): Placement {
  const lowest = discHeight(spec, drawnOf(spec).network);
  const { nodeRadius } = spec;
  const to: Vec3 =
    foot === undefined
      ? [middle(spec) + nodeRadius, nodeRadius + height, -lowest]
      : [foot.length / 2, foot.width / 2 + height, foot.height - lowest];
  // biome-ignore format: a matrix
  return [
    1, 0, 0,
    0, 0, 1,
    0, -1, 0,
    ...to,
  ];
}
