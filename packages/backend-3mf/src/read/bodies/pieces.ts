import { type Bounds, type HexColor, type Mesh, meshBounds } from '@neurofab/core';
import { fileFault, quote } from '../file-fault.ts';
import type { ModelMesh, ModelObject, ModelPart } from '../model/model-part.ts';
import { type ObjectSettings, PRUSA_SETTINGS } from '../slicer/slicer-settings.ts';
import { cutMesh } from './cut-mesh.ts';
import { colorOf } from './paint.ts';

/** A mesh of its own, before it is placed; what the file does not say of it is left out. */
export interface Piece {
  readonly mesh: Mesh;
  readonly bounds: Bounds;
  readonly color?: HexColor;
  readonly name?: string;
  readonly slot?: number;
}

/** What a mesh object is made of: one piece, or those that PrusaSlicer's settings cut it into. */
export function piecesOf(
  model: ModelPart,
  object: ModelObject,
  mesh: ModelMesh,
  settings: ObjectSettings | undefined,
): Piece[] {
  const triangles = mesh.indices.length / 3;
  const piece = (cut: Mesh, first: number, end: number, name?: string, slot?: number): Piece => {
    const color = colorOf(model, object, mesh, first, end);
    return {
      mesh: cut,
      bounds: meshBounds(cut),
      ...(color !== undefined && { color }),
      ...(name !== undefined && { name }),
      ...(slot !== undefined && { slot }),
    };
  };
  if (settings === undefined || settings.volumes.length === 0) {
    const { positions, indices } = mesh;
    return [piece({ positions, indices }, 0, triangles, settings?.name, settings?.slot)];
  }

  const scratch = new Uint32Array(mesh.positions.length / 3);
  let next = 0;
  return settings.volumes.flatMap(({ first, last, name, slot, isPrinted }) => {
    if (first < next || last < first || last >= triangles) {
      const part = `${quote(name ?? '')} the triangles ${first} to ${last} of object ${object.id}`;
      throw fileFault(
        PRUSA_SETTINGS,
        `gives the part ${part}, but they should be from ${next} to at most ${triangles - 1}`,
      );
    }
    next = last + 1;
    if (!isPrinted) return [];
    const cut = cutMesh(mesh, first, last + 1, scratch);
    return [piece(cut, first, last + 1, name ?? settings.name, slot ?? settings.slot)];
  });
}
