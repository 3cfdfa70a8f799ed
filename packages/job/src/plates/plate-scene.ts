import type { Bounds, ColorBand, HexColor, Part, Piece, Placement, Scene } from '@neurofab/core';
import { compose, IDENTITY, inverse, joinBounds, QUARTER_TURN, shift } from '@neurofab/core/internal';
import { pieceName } from '../plan/portions.ts';
import type { Place, PlateLayout } from './arrange-plates.ts';
import { movedPiece } from './moved-piece.ts';
import { platePieces } from './plate-pieces.ts';
import { areSamePieces } from './same-pieces.ts';

/** A network that may lie on a plate. */
export interface PlateNetwork {
  /** What its pieces are called on the plate. */
  readonly name: string;
  readonly scene: Scene;
}

/** Where a network lies on a plate, the corner of what lies there at the origin. */
export interface PlacedNetwork {
  readonly name: string;
  /** The index of the network. */
  readonly network: number;
  /** The pieces of it that lie here, as `pieceName` calls them; left out where it is all of them. */
  readonly pieces?: readonly string[];
  readonly isTurned: boolean;
  readonly bounds: Bounds;
}

/** All networks of a plate as one scene. */
export interface PlateScene {
  readonly scene: Scene;
  readonly networks: readonly PlacedNetwork[];
}

export interface PlateSceneOptions {
  /** All that the layout was found for. */
  readonly networks: readonly PlateNetwork[];
  readonly title: string;
}

/**
 * The networks of a plate, each where it lies: parts with one name, rank and colour are one, equal colours share a slot, and pieces that
 * are the same but for their place are marked as such.
 */
export function plateScene(
  { places, colors }: PlateLayout,
  { networks, title }: PlateSceneOptions,
): PlateScene {
  const members = places.map((place) => memberOf(place, networks[place.network]!));
  const parts = joinedParts(members, colors);
  const names = [...new Map(members.map(({ network, name }) => [network, name])).values()];
  const { colorBands } = members[0]!.scene;
  return {
    scene: {
      title,
      description: `A plate of ${names.length} networks: ${names.join(', ')}`,
      parts: parts.map(({ part }) => part),
      ...(colorBands !== undefined && { colorBands: joinedBands(colorBands, members) }),
      pieces: joinedPieces(members, parts),
      bounds: members.map(({ bounds }) => bounds).reduce(joinBounds),
    },
    networks: members.map(placedOf),
  };
}

function placedOf({ name, network, scene, numbers, isTurned, bounds }: Member): PlacedNetwork {
  const pieces = numbers.map((number) => pieceName(scene.pieces[number]!, scene.title));
  const isWhole = pieces.length === scene.pieces.length;
  return { name, network, isTurned, bounds, ...(!isWhole && { pieces }) };
}

/** What of a network lies on the plate, and how it comes there from where it lies alone. */
interface Member extends Omit<PlacedNetwork, 'pieces'> {
  readonly scene: Scene;
  /** Of its pieces. */
  readonly numbers: readonly number[];
  readonly pose: Placement;
}

function memberOf({ network, part, isTurned, at }: Place, { name, scene }: PlateNetwork): Member {
  const { pieces, bounds } = platePieces(scene)[part]!;
  const { min, max } = bounds[isTurned ? 1 : 0];
  const by = [at[0] - min[0], at[1] - min[1], 0] as const;
  return {
    name,
    network,
    isTurned,
    scene,
    numbers: pieces,
    pose: compose(isTurned ? QUARTER_TURN : IDENTITY, shift(by)),
    bounds: { min: [at[0], at[1], min[2]], max: [max[0] + by[0], max[1] + by[1], max[2]] },
  };
}

/** A part of the plate, and what it has in common with those that it is made of. */
interface JoinedPart {
  readonly key: string;
  readonly part: Part;
}

function joinedParts(members: readonly Member[], colors: readonly HexColor[]): JoinedPart[] {
  const all = new Map(
    members.flatMap(({ scene }) => scene.parts.map((part) => [partKey(part), part] as const)),
  );
  const used = new Set([...all.values()].map(({ color }) => color));
  const slots = colors.filter((color) => used.has(color));
  return [...all].map(([key, part]) => ({
    key,
    // Where filament is changed by hand, all colours have one slot.
    part: { ...part, slot: Math.max(1, slots.indexOf(part.color) + 1) },
  }));
}

/** Tells apart parts that are not one. */
function partKey({ name, rank, color, ownColor }: Part): string {
  return JSON.stringify([name, rank, color, ownColor]);
}

function joinedBands(bands: readonly ColorBand[], members: readonly Member[]): ColorBand[] {
  return bands.map((band, i) => ({
    ...band,
    parts: [...new Set(members.flatMap(({ scene }) => scene.colorBands![i]!.parts))],
  }));
}

/** A piece where it lies when its network lies alone, and how it comes from there to where it lies. */
interface Laid {
  readonly own: Piece;
  readonly pose: Placement;
}

function joinedPieces(members: readonly Member[], parts: readonly JoinedPart[]): Piece[] {
  const laid: Laid[] = members.flatMap(({ name, scene, numbers, pose }) =>
    numbers.map((number) => {
      const piece = inParts(scene.pieces[number]!, { scene, parts });
      return { own: { ...piece, name: name + piece.name.slice(scene.title.length) }, pose };
    }),
  );
  return laid.map(({ own, pose }, i) => {
    const first = laid.findIndex((other) => areSamePieces(other.own, own));
    const moved = movedPiece(own, pose);
    if (first === i) return moved;
    return { ...moved, repeats: { piece: first, by: compose(inverse(laid[first]!.pose), pose) } };
  });
}

/** The same piece in the parts of the plate. */
function inParts(
  piece: Piece,
  { scene, parts }: { readonly scene: Scene; readonly parts: readonly JoinedPart[] },
): Piece {
  const numbers = scene.parts.map((part) => parts.findIndex(({ key }) => key === partKey(part)));
  const numbered = <Kind extends { readonly part: number }>(of: Kind): Kind => ({
    ...of,
    part: numbers[of.part]!,
  });
  return {
    ...piece,
    nodes: piece.nodes.map(numbered),
    rods: piece.rods.map((rods) => ({ ...numbered(rods), [Symbol.iterator]: () => rods[Symbol.iterator]() })),
    others: piece.others.map(numbered),
  };
}
