import type { Bounds, Node, Other, Part, Piece, Rod, Solid, Vec3 } from '@neurofab/core';
import { partSolids } from '@neurofab/core/internal';
import { bury, type NodesAtEnds } from './convex/bury.ts';
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
    return Array.from(partSolids(piece, part), (solid) =>
      bury({ solid: moveAcross(solid, -(plane ?? 0)), rank, nodes: nodesAtEnds(solid, piece) }),
    );
  });
  return { placed, partOfRank, plane, bounds };
}

/** The nodes that a rod joins; of what stands on the base, the one that it holds. */
function nodesAtEnds(solid: Node | Rod | Other, { nodes }: Piece): NodesAtEnds {
  if ('ends' in solid) return [nodes[solid.ends[0]], nodes[solid.ends[1]]];
  return 'holds' in solid ? [undefined, nodes[solid.holds!]] : [undefined, undefined];
}

function moveAcross(solid: Solid, distance: number): Solid {
  const moved = ([x, y, z]: Vec3): Vec3 => [x, y + distance, z];
  return solid.kind === 'sphere'
    ? { ...solid, center: moved(solid.center) }
    : { ...solid, from: moved(solid.from), to: moved(solid.to) };
}
