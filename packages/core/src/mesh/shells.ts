import type { Body, BodyStream, JobOptions } from '../files/backend.ts';
import type { Scene, Solids } from '../scene/scene.ts';
import { tessellate, triangleCount } from './tessellate.ts';

/** Every primitive's mesh as it is, overlapping: one body a solid, made when it is asked for, so memory stays flat. */
export async function shells(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  const triangles = scene.parts.reduce((sum, { solids }) => sum + countShells(solids), 0);
  return { triangles, [Symbol.asyncIterator]: () => shellBodies(scene, triangles, options) };
}

function countShells(solids: Solids): number {
  let triangles = 0;
  for (const solid of solids) {
    if (solids.alike !== undefined) return solids.alike * triangleCount(solid);
    triangles += triangleCount(solid);
  }
  return triangles;
}

async function* shellBodies(scene: Scene, triangles: number, options: JobOptions): AsyncGenerator<Body> {
  let made = 0;
  for (const { name, color, slot, solids } of scene.parts) {
    for (const solid of solids) {
      options.signal?.throwIfAborted();
      const mesh = tessellate(solid);
      made += mesh.indices.length / 3;
      options.onProgress?.(made / triangles);
      yield { name, color, slot, mesh };
    }
  }
}
