import type { Mesh } from '@neurofab/core';

/** Several meshes as one, each with vertices of its own. */
export function joinMeshes(meshes: readonly Mesh[]): Mesh {
  const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0);
  const positions = new Float32Array(sum(meshes.map((mesh) => mesh.positions.length)));
  const indices = new Uint32Array(sum(meshes.map((mesh) => mesh.indices.length)));
  let vertices = 0;
  let corners = 0;
  for (const mesh of meshes) {
    positions.set(mesh.positions, 3 * vertices);
    for (let i = 0; i < mesh.indices.length; i++) indices[corners + i] = mesh.indices[i]! + vertices;
    vertices += mesh.positions.length / 3;
    corners += mesh.indices.length;
  }
  return { positions, indices };
}
