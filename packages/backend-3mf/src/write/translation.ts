import { meshBounds } from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import { decimalText } from '../rows/index.ts';
import type { FilePart } from './pieces.ts';

/**
 * How far to move the model, as decimal text, so that it stands on the bed at z = 0, the middle of its box at
 * `bedCenter`. Without one, only so far that no x or y is negative, which is where 3MF wants it.
 */
export function translation(
  parts: readonly FilePart[],
  bedCenter: readonly [x: number, y: number] | undefined,
): [x: string, y: string, z: string] {
  const { min, max } = parts
    .flatMap(({ meshes }) => meshes)
    .map(meshBounds)
    .reduce(joinBounds);
  const along = (axis: 0 | 1) =>
    bedCenter === undefined ? Math.max(-min[axis], 0) : bedCenter[axis] - (min[axis] + max[axis]) / 2;
  return [decimal(along(0)), decimal(along(1)), decimal(-min[2])];
}

function decimal(value: number): string {
  return decimalText(Math.fround(value));
}
