import type { Body, BodyStream, JobOptions } from '../files/backend.ts';
import { isCut, partSolids, type Scene } from '../scene/scene.ts';
import { SpecError } from '../spec/spec-error.ts';
import { tessellate, triangleCount } from './tessellate.ts';

/**
 * Every primitive's mesh as it is, overlapping: one body a solid, made when it is asked for, so memory stays flat. Throws a SpecError
 * for a scene that something is taken away from.
 */
export async function shells(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  const { parts } = scene;
  if (isCut(scene)) {
    const message = 'Nothing can be cut off shells, which are balls and rods as they are.';
    throw new SpecError([{ path: ['mode'], message }]);
  }
  const triangles = countShells(scene);
  return { triangles, parts, [Symbol.asyncIterator]: () => shellBodies(scene, triangles, options) };
}

/** How many triangles the shells of a scene have; none is made. */
export function countShells({ pieces }: Scene): number {
  let triangles = 0;
  for (const { nodes, rods, others } of pieces) {
    for (const solid of [...others, ...nodes]) triangles += triangleCount(solid);
    for (const some of rods) {
      for (const rod of some) {
        triangles += some.alike ? some.count * triangleCount(rod) : triangleCount(rod);
        if (some.alike) break;
      }
    }
  }
  return triangles;
}

async function* shellBodies(
  { pieces, parts }: Scene,
  triangles: number,
  options: JobOptions,
): AsyncGenerator<Body> {
  let made = 0;
  for (const [piece, solids] of pieces.entries()) {
    for (const part of parts.keys()) {
      for (const solid of partSolids(solids, part)) {
        options.signal?.throwIfAborted();
        const mesh = tessellate(solid);
        made += mesh.indices.length / 3;
        options.onProgress?.(made / triangles);
        yield { piece, part, mesh };
      }
    }
  }
}
