import { type Mesh, weldMesh } from '@neurofab/core';

/** A mesh with shared vertices of loose triangles, nine coordinates each. */
export function weldTriangles(positions: Float32Array): Mesh {
  const indices = new Uint32Array(positions.length / 3);
  for (let i = 0; i < indices.length; i++) indices[i] = i;
  return weldMesh({ positions, indices });
}
