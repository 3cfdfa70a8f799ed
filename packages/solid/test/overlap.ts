import type { Mesh } from '@neurofab/core';
import initialize, { type Manifold } from 'manifold-3d';

/**
 * The largest share that any two of these closed meshes have in common, of the volume of the smaller. manifold-3d measures
 * it on the meshes as they are; how they were made plays no part.
 */
export async function largestOverlap(meshes: readonly Mesh[]): Promise<number> {
  const kernel = await loading;
  const bodies = meshes.map(({ positions, indices }) => {
    const mesh = new kernel.Mesh({ numProp: 3, vertProperties: positions, triVerts: indices });
    return new kernel.Manifold(mesh);
  });
  try {
    const pairs = bodies.flatMap((one, i) => bodies.slice(i + 1).map((other) => [one, other] as const));
    return Math.max(0, ...pairs.map(([one, other]) => shareInCommon(one, other)));
  } finally {
    for (const body of bodies) body.delete();
  }
}

const loading = initialize().then((kernel) => {
  kernel.setup();
  return kernel;
});

function shareInCommon(one: Manifold, other: Manifold): number {
  const common = one.intersect(other);
  const share = common.volume() / Math.min(one.volume(), other.volume());
  common.delete();
  return share;
}
