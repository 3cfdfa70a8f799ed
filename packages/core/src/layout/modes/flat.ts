import type { Placement } from '../../scene/placement.ts';
import type { Bounds, Piece, Vec3 } from '../../scene/scene.ts';
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

  const footX = foot === undefined ? Infinity : (length - foot.length) / 2;
  const x = 0 - Math.min(measured.min[0], footX);
  const bottom = foot === undefined ? 0 : foot.width + GAP + foot.pegLength;
  const y = bottom - (foot === undefined ? measured.min[1] : discHeight(spec, network));
  const placed = nodesAt(spec, [x, y, cut]);
  const tip = bottom - (foot?.pegLength ?? 0);
  const bounds = lyingBounds(measured, [x, y], foot === undefined ? Infinity : tip);

  const lowest = lowestNodes(network, placed).map((node) => placed.nodes[node]!.center);
  const pieces: Piece[] = [
    {
      name: spec.name,
      ...networkSolids(spec, placed),
      others:
        foot === undefined
          ? []
          : pegs(spec, foot, { nodes: lowest, tip }).map((peg) => ({ ...peg, part: plan.base! })),
      voids: [underBed(bounds)],
      assembled: raised(cut, bottom, foot),
    },
  ];
  if (foot !== undefined) {
    const sockets = lowest.map(([at]) => at);
    pieces.push(footPiece(spec, foot, { part: plan.base!, sockets, x: footX + x }));
  }
  return { pieces, bounds: foot === undefined ? bounds : withFoot(bounds, foot, footX + x) };
}

function nodesAt(spec: NetworkSpec, [offsetX, offsetY, height]: Vec3): PlacedNodes {
  const { network, plan } = drawnOf(spec);
  const lying: Frame = (x, z) => [x + offsetX, z + offsetY, height];
  return placeNodes(spec, network, { parts: plan.layers, frame: lying });
}

/** The largest depth that has the thinnest rod end with a whole layer. */
function cutDepth(radius: number, layerHeight: number): number {
  const layers = Math.floor(((1 + DEEPEST_CUT) * radius) / layerHeight + 1e-9);
  const depth = layers * layerHeight - radius;
  return depth > 0 ? depth : USUAL_CUT * radius;
}

/** Of all rods that are drawn, and of pegs, which are as thick as the thickest of them, but there without any too. */
function thinnestRadius(spec: NetworkSpec): number {
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

/** From lying with its lowest nodes at a y, to standing on its foot, if there is one, with their axes over the rail. */
function raised(cut: number, bottom: number, foot: Foot | undefined): Placement {
  const [middle, height] = foot === undefined ? [0, 0] : [foot.width / 2, foot.height];
  // biome-ignore format: a matrix
  return [
    1, 0, 0,
    0, 0, 1,
    0, -1, 0,
    0, middle + cut, height - bottom,
  ];
}

/** What a network fills above the bed, with pegs whose tips lie at a y. */
function lyingBounds({ min, max }: Bounds, [x, y]: readonly [number, number], tip: number): Bounds {
  return {
    min: [min[0] + x, Math.min(min[1] + y, tip), 0],
    max: [max[0] + x, max[1] + y, max[2]],
  };
}

function withFoot({ min, max }: Bounds, { length, height }: Foot, x: number): Bounds {
  return {
    min: [Math.min(min[0], x), 0, 0],
    max: [Math.max(max[0], x + length), max[1], Math.max(max[2], height)],
  };
}
