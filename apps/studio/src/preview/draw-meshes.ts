import type { HexColor, Mesh, Placement } from '@neurofab/core';
import { IDENTITY } from '@neurofab/core/internal';
import { boxOf } from './box-of.ts';
import type { Drawing, DrawnPiece, Room } from './drawing.ts';
import { packedColor } from './packed-color.ts';
import { addMesh, clear } from './triangles.ts';

/** A mesh in a colour. */
export interface PaintedMesh {
  readonly mesh: Mesh;
  readonly color: HexColor;
  /** Where it goes; where it is if left out. */
  readonly placement?: Placement | undefined;
}

/** Meshes as buffers. */
export function drawMeshes(meshes: readonly PaintedMesh[], room: Room): Drawing {
  const { triangles } = room;
  clear(triangles);
  const pieces = meshes.map(({ mesh, color, placement = IDENTITY }): DrawnPiece => {
    const first = triangles.indexCount;
    addMesh(triangles, mesh, packedColor(color));
    const batch = { kind: 'triangles', first, count: triangles.indexCount - first, rank: 0 } as const;
    return { placement, isClosed: false, isCut: false, batches: [batch], holes: [] };
  });
  const drawing = { pieces, ...room, instanceCount: 0, rodCount: 0 };
  return { ...drawing, box: boxOf(drawing) };
}
