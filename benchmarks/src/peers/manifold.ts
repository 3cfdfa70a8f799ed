import { shells } from '@neurofab/core';
import initialize from 'manifold-3d';
import { sceneOf } from '../networks.ts';
import { type Prepare, task } from './task.ts';

/** All balls and rods joined by one call, as manifold-3d's own examples do. */
export const plainUnion: Prepare = async ({ network }) => {
  const kernel = await initialize();
  kernel.setup();
  const { Manifold, Mesh } = kernel;
  return task({
    async work() {
      const parts = [];
      for await (const { mesh } of await shells(sceneOf(network))) {
        parts.push(
          new Manifold(new Mesh({ numProp: 3, vertProperties: mesh.positions, triVerts: mesh.indices })),
        );
      }
      const union = Manifold.union(parts);
      // Manifold puts its work off until the result is looked at.
      const mesh = union.getMesh();
      const result = { triangles: mesh.numTri, volumeMm3: union.volume() };
      for (const part of [...parts, union]) part.delete();
      return result;
    },
    measure: (result) => result,
  });
};
