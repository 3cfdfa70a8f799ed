import type { FileBody, Placement } from '@neurofab/core';
import { compose, isIdentity, place } from '@neurofab/core/internal';
import { fileFault } from '../file-fault.ts';
import { READ_LIMITS } from '../limits.ts';
import type { ModelObject, Reference } from '../model/model-part.ts';
import { LARGEST_FLOAT32 } from '../model/vertex-block.ts';
import { type Build, type Found, findObject, prusaSettings } from './build.ts';
import { pieceCounter } from './count-pieces.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** What the items of the root model build, in their order and that of the components. */
export function buildBodies(build: Build): FileBody[] {
  const { root } = build;
  if (root.items.length === 0)
    throw fileFault(root.member, 'has no <item> in its <build>, so it builds nothing');
  const counts = root.items.map(pieceCounter(build));
  if (counts.reduce((sum, count) => sum + count, 0) > READ_LIMITS.bodies) {
    throw fileFault(root.member, `builds more than ${READ_LIMITS.bodies} bodies`);
  }
  const pieces = pieceStore(build);
  const bodies = root.items.flatMap((item, i) =>
    leavesOf(build, item).flatMap((leaf) =>
      pieces(leaf).flatMap((piece) => bodyOf(build, piece, leaf, item, counts[i] === 1)),
    ),
  );
  if (bodies.length === 0) throw fileFault(root.member, 'builds nothing that is printed');
  return bodies;
}

/** A mesh object where it is built. */
interface Leaf extends Found {
  readonly placement: Placement;
}

function leavesOf(build: Build, reference: Reference): Leaf[] {
  const { placement } = reference;
  const found = findObject(build, reference);
  // Such as Bambu Studio's modifiers.
  if (found.object.type === 'other') return [];
  if (found.object.mesh !== undefined) return [{ ...found, placement }];
  return found.object.components
    .flatMap((component) => leavesOf(build, component))
    .map((leaf) => ({ ...leaf, placement: compose(leaf.placement, placement) }));
}

/** Gives the pieces of mesh objects, which are cut once, however often they are built. */
function pieceStore(build: Build): (leaf: Leaf) => readonly Piece[] {
  const store = new Map<ModelObject, readonly Piece[]>();
  return (leaf) => {
    const pieces =
      store.get(leaf.object) ??
      piecesOf(leaf.model, leaf.object, leaf.object.mesh!, prusaSettings(build, leaf));
    store.set(leaf.object, pieces);
    return pieces;
  };
}

function bodyOf(build: Build, piece: Piece, leaf: Leaf, item: Reference, isSole: boolean): FileBody[] {
  const { object, placement } = leaf;
  const settings = build.bambu.get(item.objectId);
  const part = settings?.parts.get(object.id);
  if (part?.isPrinted === false) return [];
  checkReach(piece, leaf);
  // What is built is named for its parts only if it is one.
  const whole = isSole ? (settings?.name ?? findObject(build, item).object.name) : undefined;
  const slot = piece.slot ?? part?.slot ?? settings?.slot ?? object.slot;
  return [
    {
      name: piece.name ?? part?.name ?? object.name ?? whole ?? `object ${object.id}`,
      ...(piece.color !== undefined && { color: piece.color }),
      ...(slot !== undefined && { slot }),
      mesh: piece.mesh,
      ...(!isIdentity(placement) && { placement }),
    },
  ];
}

/** Whoever places a body must get coordinates that a mesh can hold. */
function checkReach({ bounds: { min, max } }: Piece, { model, object, placement }: Leaf): void {
  for (let corner = 0; corner < 8; corner++) {
    const [x, y, z] = [0, 1, 2].map((axis) => ((corner >> axis) & 1 ? max : min)[axis]!) as [
      number,
      number,
      number,
    ];
    // Written so that NaN fails too.
    if (!place([x, y, z], placement).every((value) => Math.abs(value) <= LARGEST_FLOAT32)) {
      throw fileFault(model.member, `builds object ${object.id} farther away than float32 holds`);
    }
  }
}
