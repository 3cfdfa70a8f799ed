import type { Bar, Bounds, Node, Other, Part, Piece, Rod, Solid } from '@neurofab/core';
import { moveSolid, partSolids } from '@neurofab/core/internal';
import { bury, type NodesAtEnds } from './convex/bury.ts';
import type { Placed } from './convex/placed.ts';
import { AIR } from './surface.ts';

/** What the bodies of a piece are made of. */
export interface SceneSolids {
  /** Solids as they take part; if there is a mirror plane, moved so that it is y = 0. */
  readonly placed: readonly Placed[];
  /** What has the space of each rank, the number of a part or `AIR`: where solids overlap, the one of the lower rank has it. */
  readonly labels: readonly number[];
  /** The y of the plane that mirrors everything, `undefined` if there is none. */
  readonly plane: number | undefined;
  readonly bounds: Bounds;
}

/** Reads a piece of a scene: all that this package knows of scenes is here. What is taken away is air that has the space before all parts. */
export function pieceSolids(
  piece: Piece,
  { parts, bounds }: { readonly parts: readonly Part[]; readonly bounds: Bounds },
): SceneSolids {
  const { mirror: plane, voids = [] } = piece;
  const inRank = [...parts.keys()].sort((a, b) => parts[a]!.rank - parts[b]!.rank || a - b);
  const labels = voids.length === 0 ? inRank : [AIR, ...inRank];
  const moved = (solid: Solid) => (plane === undefined ? solid : moveSolid(solid, [0, -plane, 0]));
  const ofParts = [...parts.keys()].flatMap((part) =>
    Array.from(partSolids(piece, part), (solid) =>
      bury({ solid: moved(solid), rank: labels.indexOf(part), nodes: nodesAtEnds(solid, piece) }),
    ),
  );
  const ofAir = voids.map((solid) => bury({ solid: moved(solid), rank: 0 }));
  return { placed: [...ofAir, ...ofParts], labels, plane, bounds };
}

/** The nodes that a rod joins; of what stands on the base, the one that it holds. */
function nodesAtEnds(solid: Node | Rod | Bar | Other, { nodes }: Piece): NodesAtEnds {
  if ('ends' in solid) return [nodes[solid.ends[0]], nodes[solid.ends[1]]];
  return 'holds' in solid ? [undefined, nodes[solid.holds!]] : [undefined, undefined];
}
