import type { HexColor } from '@neurofab/core';
import type { GatheredPart } from '@neurofab/core/internal';
import type { ColorOf } from './draw-mesh.ts';
import type { ShadedPart } from './draw-parts.ts';

/** More than what is rounded off, and too little to be seen, in samples. */
const LEAST_DEPTH = 1 / 64;

/** Parts in their colours. Where surfaces of two of them lie in one plane, that of the lower rank is seen, as it is in closed bodies. */
export function shadedParts(
  parts: readonly GatheredPart[],
  shadesOf: (color: HexColor) => ColorOf,
): ShadedPart[] {
  const all = [...new Set(parts.map(({ part }) => part))].toSorted((a, b) => a.rank - b.rank);
  return parts.map(({ part, meshes }) => ({
    colorOf: shadesOf(part.color),
    meshes,
    behind: LEAST_DEPTH * all.indexOf(part),
  }));
}
