import type { Placement } from '../../scene/placement.ts';
import type { Bounds, Vec3 } from '../../scene/scene.ts';
import { solidsBounds } from '../../scene/scene-bounds.ts';
import { postRadius } from '../../spec/base.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { NETWORK_DEFAULTS } from '../../spec/presets.ts';
import { discHeight, lowestNodes } from '../base-solids.ts';
import { drawnOf, networkSolids, outermostSolids, type Placed } from '../drawn.ts';
import { type Frame, type PlacedNodes, placeNodes } from '../place-nodes.ts';
import { type Foot, footOf, footPiece, pegs } from './foot.ts';
import { rectangle, standing } from './polygon.ts';

/** Between what lies on the bed side by side, in millimetres. */
const GAP = 4;

/** How far under its axis the thinnest rod is cut, in its radii: a deeper cut would leave flanks that hang over too far. */
const DEEPEST_CUT = 0.7;
/** The same where no whole number of layers will do. */
const USUAL_CUT = 0.6;

/**
 * The network lying on the bed, cut off under its plane, and a foot whose sockets take the pegs under its layers: nothing of either
 * needs support. Put together it stands as it does upright.
 */
export function placeFlat(spec: NetworkSpec): Placed {
  const cut = cutDepth(thinnestRadius(spec), spec.layerHeight!);
  const { network, plan } = drawnOf(spec);
  const measured = solidsBounds(outermostSolids(spec, nodesAt(spec, [0, 0, cut])));
  const length = (network.layers.length - 1) * spec.layerSpacing;
  const foot = footOf(spec, { length, height: measured.max[1] - measured.min[1], cut });
  if (foot === undefined) return withoutFoot(spec, measured, cut);

  const lowest = discHeight(spec, network);
  const plate = arrange(measured, { foot, length, tip: lowest - foot.pegLength });
  const [x, y] = plate.network;
  const nodes = nodesAt(spec, [x, y, cut]);
  const held = lowestNodes(network, nodes).map((node) => nodes.nodes[node]!.center);
  const tip = y + lowest - foot.pegLength;
  const bounds = lyingBounds(measured, [x, y], tip);
  const before = (foot.length - length) / 2;
  const sockets = held.map(([at]) => at - x + before);
  return {
    pieces: [
      {
        name: spec.name,
        ...networkSolids(spec, nodes),
        others: pegs(spec, foot, { nodes: held, tip }).map((peg) => ({ ...peg, part: plan.base! })),
        voids: [underBed(bounds)],
        // The lowest nodes on the rail, their axes over its middle.
        assembled: raised([before - x, foot.width / 2 + cut, foot.height - lowest - y]),
      },
      footPiece(spec, foot, { part: plan.base!, sockets, isTurned: plate.isTurned, at: plate.foot }),
    ],
    bounds: { min: [0, 0, 0], max: [...plate.size, Math.max(bounds.max[2], foot.height)] },
  };
}

function withoutFoot(spec: NetworkSpec, measured: Bounds, cut: number): Placed {
  const [x, y] = [0 - measured.min[0], 0 - measured.min[1]];
  const bounds = lyingBounds(measured, [x, y], Infinity);
  const network = {
    name: spec.name,
    ...networkSolids(spec, nodesAt(spec, [x, y, cut])),
    others: [],
    voids: [underBed(bounds)],
    assembled: raised([0, bounds.max[2], 0]),
  };
  return { pieces: [network], bounds };
}

/** Where a network and its foot lie, by the middle of the first layer and by the foot's corner, and how large they are together. */
interface Plate {
  readonly network: readonly [x: number, y: number];
  readonly foot: readonly [x: number, y: number];
  readonly isTurned: boolean;
  readonly size: readonly [x: number, y: number];
}

/** The foot in front of the network, along its layers, or beside it, turned: whichever takes the smaller square. */
function arrange(
  { min, max }: Bounds,
  { foot, length, tip }: { readonly foot: Foot; readonly length: number; readonly tip: number },
): Plate {
  const footX = (length - foot.length) / 2;
  const left = Math.min(min[0], footX);
  const front: Plate = {
    network: [-left, foot.width + GAP - tip],
    foot: [footX - left, 0],
    isTurned: false,
    size: [Math.max(max[0], footX + foot.length) - left, foot.width + GAP - tip + max[1]],
  };
  const start = foot.width + GAP - Math.min(min[0], -foot.pegRadius);
  const beside: Plate = {
    network: [start, -tip],
    foot: [0, 0],
    isTurned: true,
    size: [start + Math.max(max[0], length + foot.pegRadius), Math.max(foot.length, max[1] - tip)],
  };
  return Math.max(...beside.size) < Math.max(...front.size) ? beside : front;
}

function nodesAt(spec: NetworkSpec, [offsetX, offsetY, height]: Vec3): PlacedNodes {
  const { network, plan } = drawnOf(spec);
  const lying: Frame = (x, z) => [x + offsetX, z + offsetY, height];
  return placeNodes(spec, network, { parts: plan.layers, frame: lying });
}

/** The largest depth that has the thinnest rod end with a whole layer; the usual one where no number of layers will do. */
export function cutDepth(radius: number, layerHeight: number): number {
  const layers = Math.floor(((1 + DEEPEST_CUT) * radius) / layerHeight + 1e-9);
  const depth = layers * layerHeight - radius;
  return depth > 0 ? depth : USUAL_CUT * radius;
}

/** Of all rods that are drawn, and of pegs, which are as thick as the thickest of them, but there without any too. */
export function thinnestRadius(spec: NetworkSpec): number {
  const { network, drawing } = drawnOf(spec);
  const radii =
    drawing === undefined
      ? [spec.connectionRadius]
      : Array.from(drawing.diameter, (diameter) => diameter / 2);
  const hasDots = network.layers.some(({ drawn, shown }) => shown.length > drawn);
  if (hasDots) radii.push(NETWORK_DEFAULTS.dotRodRatio * spec.nodeRadius);
  return radii.reduce((least, radius) => Math.min(least, radius), postRadius(spec));
}

/** The room under the bed as far as a network lies above it. */
function underBed({ min, max }: Bounds) {
  const margin = max[2];
  const outline = rectangle([min[0] - margin, max[0] + margin], [min[1] - margin, max[1] + margin]);
  return standing(outline, [-2 * max[2], 0]);
}

/** From lying to standing, and moved. */
function raised(by: Vec3): Placement {
  // biome-ignore format: a matrix
  return [
    1, 0, 0,
    0, 0, 1,
    0, -1, 0,
    ...by,
  ];
}

/** What a network fills above the bed, with pegs whose tips lie at a y. */
function lyingBounds({ min, max }: Bounds, [x, y]: readonly [number, number], tip: number): Bounds {
  return {
    min: [min[0] + x, Math.min(min[1] + y, tip), 0],
    max: [max[0] + x, max[1] + y, max[2]],
  };
}
