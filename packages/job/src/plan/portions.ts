import type { Piece, Scene } from '@neurofab/core';
import { countPlates, countSlots } from '@neurofab/core/internal';
import type { Split } from '../asked/asked.ts';
import { ownFileNames } from './own-file-names.ts';

/** What of a scene goes into a file of its own: all that has each of these numbers that it names. */
export interface Portion {
  readonly part?: number;
  readonly piece?: number;
  readonly slot?: number;
  /** From 0. */
  readonly plate?: number;
}

/** A portion and what its file is called beside the model. */
export interface NamedPortion {
  readonly portion: Portion;
  readonly name: string;
}

/**
 * What gets a file of its own: what of a part lies in a piece, a piece, or what a slot prints; else a plate. None where one file holds
 * all.
 */
export function portionsOf(scene: Scene, split: Split | undefined): NamedPortion[] {
  const portions = split === undefined ? platesOf(scene) : PORTIONS[split](scene);
  const names = ownFileNames(portions);
  return portions.map(({ portion }, i) => ({ portion, name: names[i]! }));
}

const PORTIONS: Readonly<Record<Split, (scene: Scene) => NamedPortion[]>> = {
  parts: ({ title, parts, pieces }) =>
    pieces.flatMap((piece, number) =>
      partsIn(piece).map((part) => {
        const { name } = parts[part]!;
        // The network's own need no word, but what is told apart by its piece alone does.
        const own = piece.name === title ? name : `${pieceName(piece, title)} ${name}`;
        return { portion: { part, piece: number }, name: own };
      }),
    ),
  pieces: ({ title, pieces }) =>
    pieces.map((piece, number) => ({ portion: { piece: number }, name: pieceName(piece, title) })),
  slots: (scene) => {
    const slots = Array.from({ length: countSlots(scene.parts) }, (_, i) => ({
      portion: { slot: i + 1 },
      name: `slot ${i + 1}`,
    }));
    const plates = platesOf(scene);
    if (plates.length === 0) return slots;
    return plates.flatMap((plate) =>
      slots.map((slot) => ({
        portion: { ...plate.portion, ...slot.portion },
        name: `${plate.name} ${slot.name}`,
      })),
    );
  },
};

function platesOf({ pieces }: Scene): NamedPortion[] {
  const count = countPlates(pieces);
  if (count === 1) return [];
  return Array.from({ length: count }, (_, plate) => ({ portion: { plate }, name: `plate ${plate + 1}` }));
}

/** A scene with the solids of a portion alone; itself where that is all. */
export function onlyPortion(scene: Scene, portion: Portion | undefined): Scene {
  if (portion === undefined) return scene;
  const pieces = scene.pieces.map((solids, piece) => {
    const isIn = ({ part }: { readonly part: number }) => holds(portion, { piece, part }, scene);
    const { nodes, rods, others } = solids;
    return { ...solids, nodes: nodes.filter(isIn), rods: rods.filter(isIn), others: others.filter(isIn) };
  });
  return { ...scene, pieces };
}

/** Whether what is of a part of a piece belongs to a portion. */
export function holds(
  { part, piece, slot, plate }: Portion,
  own: { readonly piece: number; readonly part: number },
  { parts, pieces }: Pick<Scene, 'parts' | 'pieces'>,
): boolean {
  const ownPlate = pieces[own.piece]!.plate ?? 0;
  return (
    (part ?? own.part) === own.part &&
    (piece ?? own.piece) === own.piece &&
    (slot ?? parts[own.part]!.slot) === parts[own.part]!.slot &&
    (plate ?? ownPlate) === ownPlate
  );
}

/** What a piece is called beside the title, which all begin with. */
export function pieceName({ name }: Piece, title: string): string {
  return name === title ? 'network' : name.slice(title.length + 1);
}

/** The numbers of the parts that lie in a piece, in their order. */
function partsIn({ nodes, rods, others }: Piece): number[] {
  const numbers = [...nodes, ...rods, ...others].map(({ part }) => part);
  return [...new Set(numbers)].sort((a, b) => a - b);
}
