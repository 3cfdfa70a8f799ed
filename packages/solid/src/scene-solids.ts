import type { Bounds, Part, Piece, Solid, Vec3 } from '@neurofab/core';
import { partSolids } from '@neurofab/core/internal';
import { bury } from './convex/bury.ts';
import type { Placed } from './convex/placed.ts';

/** What the bodies of a piece are made of. */
export interface SceneSolids {
  /** Solids as they take part; if there is a mirror plane, moved so that it is y = 0. */
  readonly placed: readonly Placed[];
  /** The part of each rank: where parts overlap, the one of the lower rank has the space. */
  readonly partOfRank: readonly number[];
  /** The y of the plane that mirrors everything, `undefined` if there is none. */
  readonly plane: number | undefined;
  readonly bounds: Bounds;
}

/** Reads a piece of a scene: all that this package knows of scenes is here. */
export function pieceSolids(
  piece: Piece,
  { parts, bounds }: { readonly parts: readonly Part[]; readonly bounds: Bounds },
): SceneSolids {
  const plane = piece.mirror;
  const partOfRank = [...parts.keys()].sort((a, b) => parts[a]!.rank - parts[b]!.rank || a - b);
  const placed = [...parts.keys()].flatMap((part) => {
    const rank = partOfRank.indexOf(part);
    return Array.from(partSolids(piece, part), (solid) => ({
      solid: moveAcross(solid, -(plane ?? 0)),
      rank,
    }));
  });
  return { placed: bury(placed), partOfRank, plane, bounds };
}

function moveAcross(solid: Solid, distance: number): Solid {
  const moved = ([x, y, z]: Vec3): Vec3 => [x, y + distance, z];
  return solid.kind === 'sphere'
    ? { ...solid, center: moved(solid.center) }
    : { ...solid, from: moved(solid.from), to: moved(solid.to) };
}
