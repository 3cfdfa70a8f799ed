import type { Vec3 } from '@neurofab/core';
import { dot } from '@neurofab/core/internal';
import { type Batch, type Drawing, INSTANCE } from './drawing.ts';
import { VERTEX } from './triangles.ts';

/** Between which distances from the origin a drawing lies along a unit vector; rods are within their nodes' reach. */
export function spanOf({ pieces, ...buffers }: Drawing, along: Vec3): readonly [least: number, most: number] {
  const spans = pieces.flatMap(({ placement: [ax, ay, az, bx, by, bz, cx, cy, cz, dx, dy, dz], batches }) => {
    const own: Vec3 = [dot([ax, ay, az], along), dot([bx, by, bz], along), dot([cx, cy, cz], along)];
    const shift = dot([dx, dy, dz], along);
    return batches
      .filter(({ kind }) => kind !== 'rods')
      .map((batch) => spanOfBatch(batch, buffers, own).map((distance) => distance + shift));
  });
  return [Math.min(...spans.map(([least]) => least!)), Math.max(...spans.map(([, most]) => most!))];
}

function spanOfBatch(
  { kind, first, count }: Batch,
  { instances, triangles: { indices, vertices } }: Pick<Drawing, 'instances' | 'triangles'>,
  [x, y, z]: Vec3,
): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  const isBalls = kind === 'balls';
  const numbers = isBalls ? instances : vertices;
  for (let i = first; i < first + count; i++) {
    const at = isBalls ? INSTANCE * i : VERTEX * indices[i]!;
    const distance = x * numbers[at]! + y * numbers[at + 1]! + z * numbers[at + 2]!;
    const radius = isBalls ? numbers[at + 3]! : 0;
    if (distance - radius < least) least = distance - radius;
    if (distance + radius > most) most = distance + radius;
  }
  return [least, most];
}
