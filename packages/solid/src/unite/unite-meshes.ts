import type { Mesh } from '@neurofab/core';
import { type BooleanJob, withBench } from '../bench.ts';

/**
 * The union of closed meshes as one closed mesh, in this thread. The mesh depends on nothing but the meshes and their order,
 * so it is the same wherever it is made. Throws a SpecError when the kernel runs out of memory.
 */
export function uniteMeshes(meshes: readonly Mesh[], job: BooleanJob): Promise<Mesh> {
  return withBench(job, async (bench, kernel) => {
    const label = kernel.Manifold.reserveIDs(1);
    const manifolds = meshes.map((mesh) => bench.make(mesh, [{ label, length: mesh.indices.length }]));
    const union = await bench.union(manifolds);
    if (union === undefined) throw new Error('There is no union of no meshes.');
    const { vertProperties, triVerts, numProp } = union.getMesh();
    if (numProp !== 3) throw new Error(`The geometry kernel gives ${numProp} numbers a vertex.`);
    return { positions: vertProperties, indices: triVerts };
  });
}
