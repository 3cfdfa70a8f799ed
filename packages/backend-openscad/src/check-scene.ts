import {
  layout,
  type Mode,
  type Piece,
  type Rods,
  type Scene,
  type Solid,
  SpecError,
  type Vec3,
} from '@neurofab/core';

/**
 * Throws a SpecError for a scene that holds anything else than what its spec lays out, or in another mode: source would not show it.
 * Colours and slots may differ. Of rods that are alike only the first are compared.
 */
export function checkScene(scene: Scene, modes: readonly Mode[]): void {
  const { mode } = scene.source;
  if (!modes.includes(mode)) {
    const message = `OpenSCAD source holds a network that is printed ${modes.join(' or ')}, but this one is to be ${mode}. STL and 3MF hold any.`;
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
  const [one, other] = [scene.pieces[0], laidOut.pieces[0]!];
  if (one === undefined || scene.pieces.length !== laidOut.pieces.length) return 'pieces';
  if (!isSameList(scene.parts, laidOut.parts, (a, b) => a.name === b.name && a.rank === b.rank)) {
    return 'parts';
  }
  return pieceDifference(one, other);
}

function pieceDifference(one: Piece, other: Piece): string | undefined {
  if (!isSameList(one.nodes, other.nodes, isSameSolid)) return 'nodes';
  if (!isSameList(one.rods, other.rods, areSameRods)) return 'connections';
  return isSameList(one.others, other.others, isSameSolid) ? undefined : 'solids of the base';
}

function areSameRods(one: Rods, other: Rods): boolean {
  if (one.part !== other.part || one.count !== other.count || one.alike !== other.alike) return false;
  const others = other[Symbol.iterator]();
  for (const rod of one) {
    const { value } = others.next();
    if (value === undefined || !isSameSolid(rod, value)) return false;
    if (one.alike) break;
  }
  return true;
}

function isSameSolid(one: Solid & { part?: number }, other: Solid & { part?: number }): boolean {
  if (one.part !== other.part || one.kind !== other.kind) return false;
  if (one.kind === 'prism' || other.kind === 'prism') return one === other;
  if (one.radius !== other.radius || one.segments !== other.segments) return false;
  if (one.kind === 'sphere') {
    return other.kind === 'sphere' && one.rings === other.rings && isSamePoint(one.center, other.center);
  }
  return other.kind === 'cylinder' && isSamePoint(one.from, other.from) && isSamePoint(one.to, other.to);
}

function isSamePoint(one: Vec3, other: Vec3): boolean {
  return one[0] === other[0] && one[1] === other[1] && one[2] === other[2];
}

function isSameList<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((item, i) => isSame(item, other[i]!));
}
