import type { Mesh } from '@neurofab/core';
import type { GatheredPart } from '@neurofab/core/internal';
import { cornerBytes, VERTEX_BYTES } from './limits.ts';

/** A mesh as the file holds it. */
export interface JoinedMesh {
  /** x, y, z of each vertex in millimetres, with +Y up. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Three vertex numbers a triangle, in 16 bits where they fit. */
  readonly indices: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
}

/** All meshes of a part as one. */
export function joinMeshes({ meshes, vertices, triangles }: GatheredPart): JoinedMesh {
  const positions = new Float32Array((vertices * VERTEX_BYTES) / 4);
  const Corners = cornerBytes(vertices) === 2 ? Uint16Array : Uint32Array;
  const indices = new Corners(3 * triangles);
  let vertex = 0;
  let corner = 0;
  for (const mesh of meshes) {
    turnUp(mesh, positions, 3 * vertex);
    for (let i = 0; i < mesh.indices.length; i++) indices[corner + i] = mesh.indices[i]! + vertex;
    vertex += mesh.positions.length / 3;
    corner += mesh.indices.length;
  }
  return { positions, indices };
}

/** Puts vertices with +Z up into `target` with +Y up: a quarter turn about X, exact as no quaternion of it is. */
function turnUp({ positions }: Mesh, target: Float32Array, start: number): void {
  for (let i = 0; i < positions.length; i += 3) {
    target[start + i] = positions[i]!;
    target[start + i + 1] = positions[i + 2]!;
    // Never -0, which would be other bytes.
    target[start + i + 2] = 0 - positions[i + 1]!;
  }
}
