import type { Mesh, Part, Solid } from '@neurofab/core';
import { booleanMesher } from './boolean-mesh.ts';
import { findGaps } from './gap-roof/find-gaps.ts';
import { gapRoof } from './gap-roof/gap-roof.ts';
import { joinMeshes } from './join-meshes.ts';

/** A closed mesh for booleans, and the number of the part that it belongs to. */
export interface Piece {
  readonly mesh: Mesh;
  readonly part: number;
  /** Whether it is the half with y ≥ 0 already. */
  readonly isHalf: boolean;
}

/** What the parts of one role are put together from. */
export interface RolePieces {
  readonly role: Part['role'];
  /** To be united first. */
  readonly pieces: readonly Piece[];
  /**
   * Roofs of gaps, which join what is there one after the other: two of neighbouring gaps meet in the middle of nodes, where booleans
   * are brittle unless the nodes are there already.
   */
  readonly roofs: readonly Piece[];
}

type PlacedPart = { readonly role: Part['role']; readonly solids: readonly Solid[] };

/**
 * Meshes of all parts, by role. Gaps that have a closed form become roofs, if the plane y = 0 mirrors everything; all else is
 * left to booleans.
 */
export function makePieces(
  parts: readonly PlacedPart[],
  isMirrored: boolean,
): (role: Part['role']) => RolePieces {
  const nodes = parts.flatMap(({ role, solids }) => (role === 'layer' ? solids : []));
  const toMesh = booleanMesher(parts.flatMap(({ solids }) => solids));
  return (role) => {
    const pieces: Piece[] = [];
    const roofs: Piece[] = [];
    for (const [part, { role: own, solids }] of parts.entries()) {
      if (own !== role) continue;
      const hasRoofs = role === 'connections' && isMirrored;
      const { gaps, others } = hasRoofs ? findGaps(solids, nodes) : { gaps: [], others: solids };
      const meshes = others.map(toMesh);
      for (const mesh of areApart(others) ? [joinMeshes(meshes)] : meshes) {
        pieces.push({ mesh, part, isHalf: false });
      }
      // Only neighbouring gaps touch, so every second one may be in a mesh together.
      for (const parity of [0, 1]) {
        const apart = gaps.filter((_, i) => i % 2 === parity).map((gap) => gapRoof(gap)!);
        if (apart.length > 0) roofs.push({ mesh: joinMeshes(apart), part, isHalf: true });
      }
    }
    return { role, pieces, roofs };
  };
}

/** Whether solids are the nodes of one column and do not touch, so that they need no boolean to be together. */
function areApart(solids: readonly Solid[]): boolean {
  const nodes = solids.flatMap((solid) => (solid.kind === 'sphere' ? [solid] : []));
  if (nodes.length === 0 || nodes.length < solids.length) return false;
  const column = nodes.toSorted((a, b) => a.center[2] - b.center[2]);
  return column.every((node, i) => {
    const below = column[i - 1];
    if (below === undefined) return true;
    const isAbove = node.center[0] === below.center[0] && node.center[1] === below.center[1];
    return isAbove && node.center[2] - below.center[2] > node.radius + below.radius;
  });
}
