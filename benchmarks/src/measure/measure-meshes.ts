import { countTriangles, type Mesh, volume } from '@neurofab/core';
import type { Measured } from '../contestant.ts';

/** Triangles and volume of all meshes together. */
export function measureMeshes(meshes: readonly Mesh[]): Measured {
  let triangles = 0;
  let volumeMm3 = 0;
  for (const mesh of meshes) {
    triangles += countTriangles(mesh);
    volumeMm3 += volume(mesh);
  }
  return { triangles, volumeMm3 };
}
