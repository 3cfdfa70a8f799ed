import {
  layout,
  type Mode,
  type NetworkScene,
  type Piece,
  type Placement,
  type Rods,
  type Scene,
  type Solid,
  SpecError,
  type Vec3,
} from '@neurofab/core';
import { IDENTITY, place } from '@neurofab/core/internal';

/** What a source's `mode` may be: its formulas lay out these. */
export const SOURCE_MODES: readonly Mode[] = ['upright', 'flat'];

/**
 * Throws a SpecError for a scene that holds anything else than what its spec lays out, or in a mode that source does not lay
 * out: source would not show it. Colours, slots and where pieces lie on the plate may differ. Of rods that are alike only the
 * first are compared.
 */
export function checkScene(scene: Scene): asserts scene is NetworkScene {
  if (scene.source === undefined) {
    throw new SpecError([
      { path: [], message: 'OpenSCAD source holds a network, but this is none. STL and 3MF hold any model.' },
    ]);
  }
  const { mode } = scene.source;
  if (!SOURCE_MODES.includes(mode)) {
    const message = `OpenSCAD source holds a network that is printed ${SOURCE_MODES.join(' or ')}, but this one is to be ${mode}. STL and 3MF hold any.`;
    throw new SpecError([{ path: ['mode'], message }]);
  }
  const laidOut = layout(scene.source, { origin: isOnBed(scene) ? 'bed' : 'model' });
  const what = difference(scene, laidOut);
  if (what === undefined) return;
  const message =
    `OpenSCAD source lays a network out itself, by its spec alone, but this scene has other ${what} than its spec gives. ` +
    'STL and 3MF hold any scene.';
  throw new SpecError([{ path: [], message }]);
}

/** Whether the model's corner is at the origin. */
export function isOnBed({ bounds }: Scene): boolean {
  return bounds.min.every((least) => least === 0);
}

/** What differs, by its name. */
function difference(scene: Scene, laidOut: Scene): string | undefined {
  if (!isSameList(scene.parts, laidOut.parts, (a, b) => a.name === b.name && a.rank === b.rank)) {
    return 'parts';
  }
  if (scene.pieces.length !== laidOut.pieces.length) return 'pieces';
  return scene.pieces
    .map((piece, i) => pieceDifference(piece, laidOut.pieces[i]!))
    .find((what) => what !== undefined);
}

/** Compares pieces as they are when they are put together. */
function pieceDifference(one: Piece, other: Piece): string | undefined {
  const isSame: IsSame = (a, b) => {
    return a.part === b.part && areSameShapes(shapeOf(a, one.assembled), shapeOf(b, other.assembled));
  };
  if (!isSameList(one.nodes, other.nodes, isSame)) return 'nodes';
  if (!isSameList(one.rods, other.rods, (a, b) => areSameRods(a, b, isSame))) return 'connections';
  if (!isSameList(one.others, other.others, isSame)) return 'solids of the base or text';
  return isSameList(one.voids ?? [], other.voids ?? [], isSame) ? undefined : 'cuts';
}

type IsSame = (a: Solid & { part?: number }, b: Solid & { part?: number }) => boolean;

function areSameRods(one: Rods, other: Rods, isSame: IsSame): boolean {
  if (one.part !== other.part || one.count !== other.count || one.alike !== other.alike) return false;
  const others = other[Symbol.iterator]();
  for (const rod of one) {
    const { value } = others.next();
    if (value === undefined || !isSame(rod, value)) return false;
    if (one.alike) break;
  }
  return true;
}

interface Shape {
  readonly sizes: readonly unknown[];
  readonly points: readonly Vec3[];
}

function shapeOf(solid: Solid, placement: Placement = IDENTITY): Shape {
  const { kind } = solid;
  const placed = (points: readonly Vec3[]) => points.map((point) => place(point, placement));
  switch (kind) {
    case 'sphere':
      return { sizes: [kind, solid.radius, solid.segments, solid.rings], points: placed([solid.center]) };
    case 'cylinder':
      return { sizes: [kind, solid.radius, solid.segments], points: placed([solid.from, solid.to]) };
    case 'prism':
      return { sizes: [kind], points: placed([...solid.from, ...solid.to]) };
  }
}

/** A prism that was turned may begin with another corner. */
function areSameShapes(one: Shape, other: Shape): boolean {
  return (
    isSameList(one.sizes, other.sizes, Object.is) &&
    one.points.length === other.points.length &&
    one.points.every((point) => other.points.some((another) => isNear(point, another)))
  );
}

function isNear(one: Vec3, other: Vec3): boolean {
  return one.every((value, axis) => Math.abs(value - other[axis]!) < SAME);
}

/** Millimetres; far less than any printer tells. */
const SAME = 1e-6;

function isSameList<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((item, i) => isSame(item, other[i]!));
}
