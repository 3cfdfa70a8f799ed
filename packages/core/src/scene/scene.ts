import type { DrawnShare } from '../network/drawn-share.ts';
import type { HexColor } from '../spec/color.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import type { Placement } from './placement.ts';

/** A point or direction in millimetres, +Z up. */
export type Vec3 = readonly [x: number, y: number, z: number];

/** An axis-aligned box in millimetres. */
export interface Bounds {
  readonly min: Vec3;
  readonly max: Vec3;
}

/** A UV sphere with its poles on Z, `segments` meridians and `rings` bands of latitude. */
export interface Sphere {
  readonly kind: 'sphere';
  readonly center: Vec3;
  readonly radius: number;
  readonly segments: number;
  readonly rings: number;
}

/** A capped cylinder between the centres of its two end faces, with `segments` sides. */
export interface Cylinder {
  readonly kind: 'cylinder';
  readonly from: Vec3;
  readonly to: Vec3;
  readonly radius: number;
  readonly segments: number;
}

/**
 * Two convex polygons of as many corners, joined corner by corner by plane sides: a prism, or a frustum where the two differ in
 * size. Each is counter-clockwise seen from where `to` lies.
 */
export interface Prism {
  readonly kind: 'prism';
  readonly from: readonly Vec3[];
  readonly to: readonly Vec3[];
}

/** A closed, convex primitive where it stands. It can only be moved and turned, so it cannot turn inside out. */
export type Solid = Sphere | Cylinder | Prism;

/** What gets one colour. Its index among the scene's parts tells it apart; its name may be anything. */
export interface Part {
  readonly name: string;
  /** Where parts overlap, the one with the lowest rank has the space, and of equals the one that comes first. */
  readonly rank: number;
  readonly color: HexColor;
  /** The colour that it had before colours were merged to fit slots. */
  readonly ownColor: HexColor;
  /** Filament position, from 1. Parts of one slot have one colour, unless its filament is changed by height. */
  readonly slot: number;
}

/** What comes out in one colour, from the bed or from a change of filament on. Heights are millimetres above the bed. */
export interface ColorBand {
  /** Where it begins: a whole number of layers. */
  readonly height: number;
  /** Its first layer, from 1. */
  readonly layer: number;
  /** The upper side of that layer, which is what slicers call it by. */
  readonly top: number;
  readonly color: HexColor;
  /** Names of the parts that come in it. */
  readonly parts: readonly string[];
}

/** A ball of a network, known by its index among the nodes of its piece. */
export interface Node extends Sphere {
  /** Its index among the scene's parts. */
  readonly part: number;
}

/** A cylinder between the centres of two nodes. */
export interface Rod extends Cylinder {
  /** The numbers of the nodes. */
  readonly ends: readonly [from: number, to: number];
}

/** A connection on a plate, which ends inside the discs of its nodes. */
export type Bar = Prism;

/** The rods of one part, or its bars. Made anew at each iteration, so that a scene stays small however many connections it has. */
export interface Rods<Kind extends Rod | Bar = Rod | Bar> extends Iterable<Kind> {
  readonly part: number;
  readonly count: number;
  /** Whether all are as thick as the first and have as many sides: 200 million are too many to walk just to count triangles. */
  readonly alike: boolean;
}

/** A solid that is neither ball nor rod: a base, a post, a foot, the disc of a node on a plate. */
export type Other = Solid & {
  readonly part: number;
  /** The number of the node in whose centre it ends. */
  readonly holds?: number;
};

/** What lies on the plate by itself. */
export interface Piece {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly rods: readonly Rods[];
  readonly others: readonly Other[];
  /** What is taken away from all of these: what lies under a cut, sockets, holes. Left out where nothing is. */
  readonly voids?: readonly Solid[];
  /** The y of the plane that mirrors all of its solids and holds all of their axes; left out where there is none. */
  readonly mirror?: number;
  /** The number of the plate that it lies on, from 0; left out where it is the first. */
  readonly plate?: number;
  /** Where it goes when the pieces are put together; left out where it stands so already. */
  readonly assembled?: Placement;
  /** The piece before it that it repeats, and what moves that here to the last bit; left out where it is the first of its kind. */
  readonly repeats?: { readonly piece: number; readonly by: Placement };
}

/** What is to be printed, laid out in millimetres, complete: nothing about it has to be looked up elsewhere. */
export interface Scene {
  readonly title: string;
  /** What it is, in sentences without a full stop at the end. */
  readonly description: string;
  /** In the order in which files list them. */
  readonly parts: readonly Part[];
  /** Two or more, from below, between which somebody changes the filament of the only slot; left out where nobody does. */
  readonly colorBands?: readonly ColorBand[];
  readonly pieces: readonly Piece[];
  /** Bounds of the tessellated solids of all pieces, before rounding to float32; of all plates as if they lay on each other. */
  readonly bounds: Bounds;
  /** The network that it was laid out from: files keep it as their recipe, and source formats are written from it. No mesh is. Left out where it is no network. */
  readonly source?: NetworkSpec;
}

/** A network, laid out. */
export interface NetworkScene extends Scene {
  /** What is drawn of a network that is not drawn whole, in numbers; left out where all is. */
  readonly share?: DrawnShare;
  readonly source: NetworkSpec;
}

/** The solids of a piece that belong to a part: others, then rods, then nodes. */
export function* partSolids(
  { nodes, rods, others }: Piece,
  part: number,
): Generator<Node | Rod | Bar | Other> {
  for (const other of others) if (other.part === part) yield other;
  for (const some of rods) if (some.part === part) yield* some;
  for (const node of nodes) if (node.part === part) yield node;
}

/** Whether something is taken away from solids of a scene. */
export function isCut({ pieces }: Pick<Scene, 'pieces'>): boolean {
  return pieces.some(({ voids = [] }) => voids.length > 0);
}

/** How many plates pieces lie on. */
export function countPlates(pieces: readonly Pick<Piece, 'plate'>[]): number {
  return 1 + Math.max(...pieces.map(({ plate = 0 }) => plate));
}

/** How many slots some parts take; slots are counted from 1 without gaps. */
export function countSlots(parts: readonly Pick<Part, 'slot'>[]): number {
  return Math.max(...parts.map(({ slot }) => slot));
}
