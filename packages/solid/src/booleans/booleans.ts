import type { Mesh } from '@neurofab/core';
import { convexMesh } from '../convex/convex-mesh.ts';
import type { Convexes } from '../convex/convexes.ts';
import { AIR, type Surface } from '../surface.ts';
import { type BooleanJob, withBench } from './bench.ts';
import { collectFacets } from './collect-facets.ts';
import type { Manifold } from './kernel.ts';

export interface BooleanOptions extends BooleanJob {
  /** The distance between lattice points. */
  readonly unit: number;
  /** The y of the mirror plane in lattice units, if there is one. */
  readonly mirror: number | undefined;
  /** The label of each rank. */
  readonly labels: readonly number[];
}

/**
 * The surface between solids of different ranks, and between them and the air, by booleans of manifold-3d: slow, some
 * milliseconds for each crossing, and not always whole, but by other ways than `arrange`. Loads the kernel.
 */
export function booleans(
  convexes: Convexes,
  { unit, mirror, labels, ...job }: BooleanOptions,
): Promise<Surface> {
  return withBench(job, async (bench, kernel) => {
    const facets = collectFacets(unit, mirror);
    const firstId = kernel.Manifold.reserveIDs(labels.length);
    const labelOf = (id: number) => labels[id - firstId]!;
    let outline: Manifold | undefined;
    for (const [rank, label] of labels.entries()) {
      const id = firstId + rank;
      const own = await bench.union(meshesOf(convexes, rank).map((mesh) => bench.make(mesh, id)));
      if (own === undefined) continue;
      if (outline === undefined) {
        outline = own;
        continue;
      }
      const remains = await bench.difference(own, outline);
      facets.add(remains, (other) => (other === id ? undefined : [label, labelOf(other)]));
      outline = (await bench.union([outline, own]))!;
    }
    if (outline !== undefined)
      facets.add(outline, (id) => (labelOf(id) === AIR ? undefined : [labelOf(id), AIR]));
    return facets.surface();
  });
}

function meshesOf(convexes: Convexes, rank: number): Mesh[] {
  const meshes: Mesh[] = [];
  for (let solid = 0; solid < convexes.count; solid++) {
    if (convexes.ranks[solid] === rank) meshes.push(convexMesh(convexes, solid));
  }
  return meshes;
}
