import type { Mesh } from '@neurofab/core';
import { FACET, type Surface } from './surface.ts';

/** The closed mesh around the space whose labels `isInside` accepts. */
export function boundary({ unit, points, facets }: Surface, isInside: (label: number) => boolean): Mesh {
  const numbers = new Map<number, number>();
  const positions: number[] = [];
  const indices: number[] = [];
  const corner = (point: number) => {
    let number = numbers.get(point);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(point, number);
      positions.push(points[3 * point]! * unit, points[3 * point + 1]! * unit, points[3 * point + 2]! * unit);
    }
    indices.push(number);
  };
  for (let i = 0; i < facets.length; i += FACET) {
    const inside = isInside(facets[i + 3]!);
    const outside = isInside(facets[i + 4]!);
    if (inside === outside) continue;
    corner(facets[i]!);
    corner(facets[i + (inside ? 1 : 2)]!);
    corner(facets[i + (inside ? 2 : 1)]!);
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}
