import type { HexColor } from '../spec/color.ts';
import type { ColorsSpec, NetworkSpec } from '../spec/network-spec.ts';

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

/** A closed primitive where it stands. It can only be moved and turned, so it cannot turn inside out. */
export type Solid = Sphere | Cylinder;

/** What gets one colour. */
export interface Part {
  readonly name: string;
  readonly role: 'base' | 'connections' | 'layer';
  readonly color: HexColor;
  /** Filament position, from 1. */
  readonly slot: number;
  readonly solids: Solids;
}

/** Made anew at each iteration, so that a scene stays small however many connections it has. */
export interface Solids extends Iterable<Solid> {
  /** How many there are, if all have as many sides as the first: three layers of 10,000 nodes have 200 million connections, too many to walk just to count. */
  readonly alike?: number;
}

/** A network laid out in millimetres: parts in the order base, connections, layer 1 … layer n. */
export interface Scene {
  readonly spec: NetworkSpec;
  /** The colours that it is printed in, which can be fewer than the spec's. */
  readonly colors: ColorsSpec;
  readonly parts: readonly Part[];
  /** Bounds of the tessellated solids, before rounding to float32. */
  readonly bounds: Bounds;
}

/** How many slots some parts take; slots are counted from 1 without gaps. */
export function countSlots(parts: readonly Pick<Part, 'slot'>[]): number {
  return Math.max(...parts.map(({ slot }) => slot));
}
