import type { Mesh } from '@neurofab/core';
import initialize, { type Manifold, type ManifoldToplevel } from 'manifold-3d';
import { convexMesh } from '../src/convex/convex-mesh.ts';
import { convexes } from '../src/convex/convexes.ts';
import type { Placed } from '../src/convex/placed.ts';

const kernel: ManifoldToplevel = await initialize();
kernel.setup();

/** The volume of the union of some solids by one call of manifold-3d, which shares nothing with how bodies are made. */
export function plainVolume(placed: readonly Placed[]): number {
  const solids = convexes(placed, false);
  const manifolds = placed.map((_, solid) => manifoldOf(convexMesh(solids, solid)));
  const union = kernel.Manifold.union(manifolds);
  const volume = union.volume();
  for (const manifold of [...manifolds, union]) manifold.delete();
  return volume;
}

function manifoldOf({ positions, indices }: Mesh): Manifold {
  return new kernel.Manifold(new kernel.Mesh({ numProp: 3, vertProperties: positions, triVerts: indices }));
}
