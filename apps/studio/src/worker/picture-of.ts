import { placedMesh } from '@neurofab/inspect';
import { thumbnail } from '@neurofab/picture/thumbnail';
import type { Inspected } from './open.ts';

/** Pixels a side. */
const SIZE = 480;

/** A PNG picture of bodies as they stand. */
export function pictureOf(bodies: Inspected['bodies']): Uint8Array {
  const parts = bodies.map(({ color, ...body }) => {
    const { positions, indices } = placedMesh(body);
    return { color, meshes: [{ positions: Float32Array.from(positions), indices }] };
  });
  return [...thumbnail(parts, { size: SIZE })].at(-1)!;
}
