import type { Resolution } from '../../mesh/resolution.ts';
import type { Other, Piece, Prism, Vec3 } from '../../scene/scene.ts';
import { postRadius } from '../../spec/base.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { below, circle, offset, type Polygon, rectangle, standing } from './polygon.ts';

/** A foot that a lying network is plugged into, in millimetres: a plate with round ends, and along its middle a rail with sockets. */
export interface Foot {
  /** Of the plate. */
  readonly length: number;
  readonly width: number;
  /** Of the plate, and of plate and rail together: whole layers both. */
  readonly thickness: number;
  readonly height: number;
  readonly railWidth: number;
  readonly pegRadius: number;
  readonly chamfer: number;
  /** How far pegs stick out under the lowest nodes, and so into the rail. */
  readonly pegLength: number;
  /** Between peg and socket on each side, and under a peg. */
  readonly clearance: number;
  /** How far behind their axes pegs are cut off. */
  readonly cut: number;
}

/** In radii of a peg: so that a peg 4 mm thick goes 6 mm deep, which tilts little, into a foot that does not tip. */
const PEG_LENGTH = 3;
const THICKNESS = 1.2;
const WIDTH = 18;
/** What is around a peg in its rail, on both sides together, and under it; and around the rail on its plate. */
const WALLS = 5;
const FLOOR = 0.8;
const MARGINS = 7;
/** The sum of widths on both sides that a height asks for, so that it takes 12° to tip it over. */
const WIDTH_OF_HEIGHT = 0.425;
/** Of the plate. */
const LEAST_SIDES = 24;
/** Takes the edge off a peg's tip and off its socket's mouth, so that they find each other; less of pegs that are thin. */
const CHAMFER = 0.3;
const CHAMFER_OF_PEG = 0.25;

/** The foot for a network that is so long, from its first layer to its last, and so high; `undefined` where it has no base or no posts. */
export function footOf(
  spec: NetworkSpec,
  { length, height, cut }: { readonly length: number; readonly height: number; readonly cut: number },
): Foot | undefined {
  const { base, layerHeight, clearance } = spec;
  if (base.shape === 'none' || !base.posts) return undefined;
  const pegRadius = postRadius(spec);
  const pegLength = pegLengthOf(spec);
  const railWidth = 2 * pegRadius + WALLS;
  const wholeLayers = (size: number) => Math.ceil(size / layerHeight! - 1e-9) * layerHeight!;
  const leastWidth = WIDTH_OF_HEIGHT * (height / 2 + pegLength);
  const width = Math.max(WIDTH * pegRadius, railWidth + MARGINS, leastWidth);
  return {
    // Its ends are half as long as it is wide, so under layers that are near each other it is a disc.
    length: Math.max(length + railWidth + MARGINS, width),
    width,
    thickness: wholeLayers(THICKNESS * pegRadius),
    height: wholeLayers(pegLength + clearance! + FLOOR),
    railWidth,
    pegRadius,
    chamfer: Math.min(CHAMFER, CHAMFER_OF_PEG * pegRadius),
    pegLength,
    clearance: clearance!,
    cut,
  };
}

/** How deep the pegs of a network go into its foot. */
export function pegLengthOf(spec: NetworkSpec): number {
  return PEG_LENGTH * postRadius(spec);
}

/** The pegs from nodes of a lying network to where their tips are, along -y. */
export function pegs(
  { resolution }: NetworkSpec,
  { pegRadius, chamfer }: Foot,
  { nodes, tip }: { readonly nodes: readonly Vec3[]; readonly tip: number },
): Prism[] {
  const outline = circle(pegRadius, resolution);
  const tapered = offset(outline, -chamfer);
  const shoulder = tip + chamfer;
  return nodes.flatMap(([x, y, z]): Prism[] => {
    const section = (polygon: Polygon, at: number) => polygon.map(([u, v]): Vec3 => [x + u, at, z + v]);
    return [
      { kind: 'prism', from: section(outline, y), to: section(outline, shoulder) },
      { kind: 'prism', from: section(outline, shoulder), to: section(tapered, tip) },
    ];
  });
}

/** Where a foot lies, and where its sockets are along it. */
export interface FootPlace {
  readonly part: number;
  readonly sockets: readonly number[];
  /** Whether it lies along y, not along x. */
  readonly isTurned: boolean;
  /** The corner where it begins. */
  readonly at: readonly [x: number, y: number];
}

/** The foot on the bed. */
export function footPiece(
  { name, resolution }: NetworkSpec,
  foot: Foot,
  { part, sockets, isTurned, at: [x, y] }: FootPlace,
): Piece {
  const { width, thickness, height, railWidth } = foot;
  const middle = width / 2;
  const reach = railWidth / 2;
  const rail = rectangle(
    [Math.min(...sockets) - reach, Math.max(...sockets) + reach],
    [middle - reach, middle + reach],
  );
  const lie = ([alongX, alongY, z]: Vec3): Vec3 =>
    isTurned ? [x + width - alongY, y + alongX, z] : [x + alongX, y + alongY, z];
  const placed = (solid: Prism): Prism => ({ ...solid, from: solid.from.map(lie), to: solid.to.map(lie) });
  const solids = [
    standing(stadium(foot, resolution), [0, thickness]),
    standing(rail, [thickness / 2, height]),
  ];
  return {
    name: `${name} foot`,
    nodes: [],
    rods: [],
    others: solids.map((solid): Other => ({ ...placed(solid), part })),
    voids: sockets.flatMap((socketX) => socket(resolution, foot, [socketX, middle]).map(placed)),
    // biome-ignore format: a matrix
    assembled: isTurned
      ? [
          0, -1, 0,
          1, 0, 0,
          0, 0, 1,
          -y, x + width, 0,
        ]
      : [
          1, 0, 0,
          0, 1, 0,
          0, 0, 1,
          -x, -y, 0,
        ],
  };
}

/** The room of a peg and the clearance around it, and a mouth that widens. */
function socket(
  resolution: Resolution,
  { pegRadius, pegLength, chamfer, clearance, cut, height }: Foot,
  [x, y]: readonly [number, number],
): Prism[] {
  const peg = below(circle(pegRadius, resolution), cut).map(([u, v]) => [x + u, y + v] as const);
  const room = offset(peg, clearance);
  return [
    standing(room, [height - pegLength - clearance, height + chamfer]),
    standing(room, [height - chamfer, height + chamfer], offset(room, 2 * chamfer)),
  ];
}

/** A plate with round ends, its corner at the origin. */
function stadium({ length, width }: Foot, resolution: Resolution): Polygon {
  const radius = width / 2;
  return circle(radius, roundEnough(resolution), 0).map(([x, y]) => [
    x + (x < 0 ? radius : length - radius),
    radius + y,
  ]);
}

/** A coarser plate would not hold the corners of its rail. */
function roundEnough(resolution: Resolution): Resolution {
  return 'segments' in resolution ? { segments: Math.max(resolution.segments, LEAST_SIDES) } : resolution;
}
