import type { Resolution } from '../../mesh/resolution.ts';
import { placeSolid } from '../../scene/move-solid.ts';
import { shift } from '../../scene/placement.ts';
import type { Other, Prism, Vec3 } from '../../scene/scene.ts';
import { postRadius } from '../../spec/base.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import type { Loose } from '../arrange.ts';
import { discHeight, middle } from '../base-solids.ts';
import { brailleRoom } from '../braille/braille-line.ts';
import { drawnOf } from '../drawn.ts';
import { frontFor } from '../text/in-front.ts';
import { lineSolids } from '../text/line-solids.ts';
import { namesOnFoot, onFoot, usualLength } from '../text/on-foot.ts';
import { FOOT_SIZES, footHeights, pegLengthOf, railWidthOf } from './foot-sizes.ts';
import {
  below,
  circle,
  mirrored,
  offset,
  type Polygon,
  rectangle,
  roundEnough,
  rounded,
  standing,
} from './polygon.ts';

/** A foot that a lying network is plugged into, in millimetres: a plate with round ends, along its middle a rail with sockets, and before that room for Braille. */
export interface Foot {
  /** Of the plate. */
  readonly length: number;
  readonly width: number;
  /** The radius of its corners: half its width, but where names of layers stand on it. */
  readonly corner: number;
  /** How much farther to the front the plate goes where there is Braille. */
  readonly forward: number;
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
  /** How far behind their axes pegs are cut off when they are in their sockets; `Infinity` where they are whole. */
  readonly cut: number;
}

/** The foot for a network whose pegs are cut off so far behind their axes, `Infinity` where they are whole; `undefined` where it has no base or no posts. */
export function footOf(spec: NetworkSpec, cut: number): Foot | undefined {
  const { base, clearance } = spec;
  if (base.shape === 'none' || !base.posts) return undefined;
  const pegRadius = postRadius(spec);
  const pegLength = pegLengthOf(spec);
  const railWidth = railWidthOf(spec);
  const names = namesOnFoot(spec);
  const reach = pegLength - discHeight(spec, drawnOf(spec).network);
  const width = Math.max(
    FOOT_SIZES.width * pegRadius,
    railWidth + FOOT_SIZES.margins,
    FOOT_SIZES.widthOfHeight * reach,
    names === undefined ? 0 : railWidth + 2 * names.depth,
  );
  const braille = brailleRoom(spec);
  const corner = Math.min(width / 2, names?.names.height ?? Infinity, names?.textHeight ?? Infinity);
  const front =
    names === undefined
      ? frontFor(spec, { reach: railWidth / 2, textHeight: spec.textHeight })
      : railWidth / 2 + names.depth + braille.deep;
  return {
    // Its ends are half as long as it is wide, so under layers that are near each other it is a disc.
    length: Math.max(names?.length ?? usualLength(spec), 2 * (corner + braille.wide)),
    width,
    corner,
    // Text alone has to do with the room that there is.
    forward: braille.deep === 0 ? 0 : Math.max(0, front - width / 2),
    ...footHeights(spec),
    railWidth,
    pegRadius,
    chamfer: Math.min(FOOT_SIZES.chamfer, FOOT_SIZES.chamferOfPeg * pegRadius),
    pegLength,
    clearance: clearance!,
    cut,
  };
}

/** Where pegs are. */
export interface PegPlace {
  /** The nodes that they begin in. */
  readonly nodes: readonly Vec3[];
  /** The y of their tips. */
  readonly tip: number;
  /** Whether they are turned over when all is put together, which circles of an odd number of sides have to know. */
  readonly isMirrored: boolean | undefined;
}

/** The pegs from nodes of a lying network to where their tips are, along -y. */
export function pegs(
  { resolution }: NetworkSpec,
  { pegRadius, chamfer }: Foot,
  { nodes, tip, isMirrored }: PegPlace,
): Prism[] {
  const round = circle(pegRadius, resolution);
  const outline = isMirrored ? mirrored(round) : round;
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

/** The foot as it lies, its middle over the origin, with a socket under each layer. */
export function looseFoot(spec: NetworkSpec, foot: Foot): Loose {
  const { name, layers, layerSpacing, resolution } = spec;
  const { length, width, forward, thickness, height, railWidth } = foot;
  const reach = railWidth / 2;
  const rail = rectangle([-middle(spec) - reach, middle(spec) + reach], [-reach, reach]);
  const solids = [
    standing(outline(foot, resolution), [0, thickness]),
    standing(rail, [thickness / 2, height]),
  ];
  const sockets = layers.flatMap((_, layer) => socket(resolution, foot, layer * layerSpacing - middle(spec)));
  const { base, text } = drawnOf(spec).plan;
  const { text: letters, braille } = lineSolids(spec, onFoot(spec, foot), {
    at: [0, 0, thickness],
    thickness,
  });
  const [x, y] = [length / 2, width / 2];
  return {
    bounds: (isTurned) =>
      isTurned
        ? { min: [-y, -x, 0], max: [y + forward, x, height] }
        : { min: [-x, -y - forward, 0], max: [x, y, height] },
    at: (pose) => ({
      name: `${name} foot`,
      nodes: [],
      rods: [],
      others: [
        ...[...solids, ...braille].map((solid): Other => ({ ...placeSolid(solid, pose), part: base! })),
        ...(spec.engraved
          ? []
          : letters.map((solid): Other => ({ ...placeSolid(solid, pose), part: text! }))),
      ],
      voids: [...sockets, ...(spec.engraved ? letters : [])].map((solid) => placeSolid(solid, pose)),
    }),
    assembled: shift([x, y + forward, 0]),
  };
}

/** The room of a peg and the clearance around it, and a mouth that widens. */
export function socket(
  resolution: Resolution,
  { pegRadius, pegLength, chamfer, clearance, cut, height }: Foot,
  x: number,
): Prism[] {
  const peg = below(circle(pegRadius, resolution), cut).map(([u, v]) => [x + u, v] as const);
  const room = offset(peg, clearance);
  return [
    standing(room, [height - pegLength - clearance, height + chamfer]),
    standing(room, [height - chamfer, height + chamfer], offset(room, 2 * chamfer)),
  ];
}

/** The plate, the middle of its rail at the origin. */
function outline({ length, width, corner, forward }: Foot, resolution: Resolution): Polygon {
  const [x, y] = [(length - 2 * corner) / 2, (width - 2 * corner) / 2];
  return rounded(circle(corner, roundEnough(resolution), y > 0 ? 0.5 : 0), [-x, x], [-y - forward, y]);
}
