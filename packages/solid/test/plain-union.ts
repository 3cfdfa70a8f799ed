import type { Mesh } from '@neurofab/core';
import initialize, { type Manifold, type ManifoldToplevel } from 'manifold-3d';
import { convexMesh } from '../src/convex/convex-mesh.ts';
import { convexes } from '../src/convex/convexes.ts';
import type { Placed } from '../src/convex/placed.ts';

const kernel: ManifoldToplevel = await initialize();
kernel.setup();

/** The volume of the union of some solids, less what others take away, by manifold-3d alone, which shares nothing with how bodies are made. */
export function plainVolume(placed: readonly Placed[], voids: readonly Placed[] = []): number {
  const [union, taken] = [unionOf(placed), unionOf(voids)];
  const left = union.subtract(taken);
  const volume = left.volume();
  for (const manifold of [union, taken, left]) manifold.delete();
  return volume;
}

function unionOf(placed: readonly Placed[]): Manifold {
  const solids = convexes(placed, false);
  const manifolds = placed.map((_, solid) => manifoldOf(convexMesh(solids, solid)));
  const union = kernel.Manifold.union(manifolds);
  for (const manifold of manifolds) manifold.delete();
  return union;
}

function manifoldOf({ positions, indices }: Mesh): Manifold {
  return new kernel.Manifold(new kernel.Mesh({ numProp: 3, vertProperties: positions, triVerts: indices }));
}
