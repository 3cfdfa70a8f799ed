import { type Mesh, tessellate } from '@neurofab/core';
import { flatSideStart } from '@neurofab/core/internal';
import type { InstanceBatch } from './drawing.ts';

/**
 * The mesh of a ball of radius 1, or of a rod of radius 1 from 0 to 1 without ends, which lie in nodes. Where sides are not to be seen, it
 * is as wide in the mean as what it stands for.
 */
export function unitMesh({ kind, segments, rings, isFaceted }: InstanceBatch): Mesh {
  const radius = isFaceted ? 1 : 2 / (1 + Math.cos(Math.PI / segments));
  if (kind === 'balls') return tessellate({ kind: 'sphere', center: [0, 0, 0], radius, segments, rings });
  const { positions, indices } = tessellate(
    { kind: 'cylinder', from: [0, 0, 0], to: [0, 0, 1], radius, segments },
    { start: flatSideStart(segments) },
  );
  return { positions, indices: indices.subarray(0, 6 * segments) };
}
