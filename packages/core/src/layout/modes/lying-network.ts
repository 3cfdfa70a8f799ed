import { joinBounds } from '../../mesh/mesh.ts';
import { placeSolid } from '../../scene/move-solid.ts';
import { IDENTITY, type Placement, place, QUARTER_TURN } from '../../scene/placement.ts';
import type { Bounds, Prism, Vec3 } from '../../scene/scene.ts';
import { solidsBounds } from '../../scene/scene-bounds.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import type { Loose } from '../arrange.ts';
import { discHeight, endNodes, middle } from '../base-solids.ts';
import { drawnOf, networkSolids, outermostSolids } from '../drawn.ts';
import { type PlacedNodes, placeNodes } from '../place-nodes.ts';
import { dowelHoles } from './dowels.ts';
import { type Foot, pegs } from './foot.ts';
import { rectangle, standing } from './polygon.ts';
import type { Tags } from './tags.ts';

/** How a network lies. */
export interface Lying {
  readonly name: string;
  /** Whether its first layer is on the right; on the left if left out. Then it is its other side that lies up. */
  readonly isMirrored?: boolean;
  /** How high its plane lies above the bed, under which all is cut off. */
  readonly height: number;
  /** What its pegs go into; `undefined` where it has none. */
  readonly foot: Foot | undefined;
  /** Whether there are holes for dowels in the lowest and the highest node of each layer; none if left out. */
  readonly hasDowels?: boolean;
  /** None if left out. */
  readonly tags?: Tags;
}

/** A network on its back, and its pegs. Its layers lie along x, their middle over the origin. */
export function lyingNetwork(spec: NetworkSpec, lying: Lying): Loose {
  const { plan } = drawnOf(spec);
  const ends = endsOfLayers(spec, lying);
  const { strips, letters } = lying.tags ?? { strips: [], letters: [] };
  const plugs = [...pegsUnder(spec, lying, ends), ...strips];
  const raised = spec.engraved ? [] : letters;
  const boundsAt = (pose: Placement) =>
    joinBounds(
      solidsBounds(outermostSolids(spec, nodesAt(spec, lying, pose))),
      solidsBounds([...plugs, ...raised].map((solid) => placeSolid(solid, pose))),
    );
  const straight = boundsAt(IDENTITY);
  const holes = lying.hasDowels ? dowelHoles(spec, [...new Set(ends.flat())]) : [];
  const voids = [underBed(straight), ...holes, ...(spec.engraved ? letters : [])];
  return {
    bounds: (isTurned) => (isTurned ? boundsAt(QUARTER_TURN) : straight),
    at: (pose) => ({
      name: lying.name,
      ...networkSolids(spec, nodesAt(spec, lying, pose)),
      others: [
        ...plugs.map((plug) => ({ ...placeSolid(plug, pose), part: plan.base! })),
        ...raised.map((letter) => ({ ...placeSolid(letter, pose), part: plan.text! })),
      ],
      voids: voids.map((solid) => placeSolid(solid, pose)),
    }),
    assembled: raisedUp(spec, lying),
  };
}

function nodesAt(spec: NetworkSpec, { height, isMirrored }: Lying, pose: Placement): PlacedNodes {
  const { network, plan } = drawnOf(spec);
  const half = middle(spec);
  const frame = (x: number, z: number) => place([isMirrored ? half - x : x - half, z, height], pose);
  return placeNodes(spec, network, { parts: plan.layers, frame });
}

/** The centres of the lowest and the highest node of each layer, in the network's own frame. */
function endsOfLayers(spec: NetworkSpec, lying: Lying): [lowest: Vec3, highest: Vec3][] {
  const { nodes, ...placed } = nodesAt(spec, lying, IDENTITY);
  return endNodes(drawnOf(spec).network, { nodes, ...placed }).map(([lowest, highest]) => [
    nodes[lowest]!.center,
    nodes[highest]!.center,
  ]);
}

/** Under the lowest node of each layer. */
function pegsUnder(spec: NetworkSpec, { foot, isMirrored }: Lying, ends: readonly [Vec3, Vec3][]): Prism[] {
  if (foot === undefined) return [];
  const nodes = ends.map(([lowest]) => lowest);
  const tip = discHeight(spec, drawnOf(spec).network) - foot.pegLength;
  return pegs(spec, foot, { nodes, tip, isMirrored });
}

/** The room under the bed as far as a network lies above it. */
function underBed({ min, max }: Bounds): Prism {
  const margin = max[2];
  const outline = rectangle([min[0] - margin, max[0] + margin], [min[1] - margin, max[1] + margin]);
  return standing(outline, [-2 * max[2], 0]);
}

/** From lying to standing: the lowest nodes on the rail of the foot, their axes over its middle, or where that would be. */
function raisedUp(spec: NetworkSpec, { height, foot, isMirrored }: Lying): Placement {
  const lowest = discHeight(spec, drawnOf(spec).network);
  const { nodeRadius } = spec;
  const to: Vec3 =
    foot === undefined
      ? [middle(spec) + nodeRadius, nodeRadius + height, -lowest]
      : [foot.length / 2, foot.width / 2 + foot.forward + height, foot.height - lowest];
  // biome-ignore format: a matrix
  return isMirrored
    ? [
        -1, 0, 0,
        0, 0, 1,
        0, 1, 0,
        ...to,
      ]
    : [
        1, 0, 0,
        0, 0, 1,
        0, -1, 0,
        ...to,
      ];
}
