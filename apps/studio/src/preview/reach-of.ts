import type { Vec3 } from '@neurofab/core';
import { dot } from '@neurofab/core/internal';
import { type Batch, type Drawing, INSTANCE } from './drawing.ts';
import { VERTEX } from './triangles.ts';

/** How far a drawing reaches along a vector of any length: the most of its dot products with points. Rods are within their nodes' reach. */
export function reachOf(
  { pieces, ...buffers }: Pick<Drawing, 'pieces' | 'instances' | 'triangles'>,
  along: Vec3,
): number {
  const reaches = pieces.flatMap(({ placement: [ax, ay, az, bx, by, bz, cx, cy, cz, ...shift], batches }) => {
    const own: Vec3 = [dot([ax, ay, az], along), dot([bx, by, bz], along), dot([cx, cy, cz], along)];
    return batches
      .filter(({ kind }) => kind !== 'rods')
      .map((batch) => reachOfBatch(batch, buffers, own) + dot(shift, along));
  });
  return Math.max(...reaches);
}

function reachOfBatch(
  { kind, first, count }: Batch,
  { instances, triangles: { indices, vertices } }: Pick<Drawing, 'instances' | 'triangles'>,
  along: Vec3,
): number {
  const [x, y, z] = along;
  const length = Math.sqrt(dot(along, along));
  const isBalls = kind === 'balls';
  const numbers = isBalls ? instances : vertices;
  let most = -Infinity;
  for (let i = first; i < first + count; i++) {
    const at = isBalls ? INSTANCE * i : VERTEX * indices[i]!;
    const center = x * numbers[at]! + y * numbers[at + 1]! + z * numbers[at + 2]!;
    const reach = isBalls ? center + length * numbers[at + 3]! : center;
    if (reach > most) most = reach;
  }
  return most;
}
