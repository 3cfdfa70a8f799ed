import type { Mesh } from '@neurofab/core';
import { FACET, type Surface } from './surface.ts';

/** The closed mesh around the space whose labels `isInside` accepts. */
export function boundary({ unit, points, facets }: Surface, isInside: (label: number) => boolean): Mesh {
  // From 1, for 0 is none.
  const numbers = new Int32Array(points.length / 3);
  const positions = new Float32Array(points.length);
  const indices = new Uint32Array((facets.length / FACET) * 3);
  let vertices = 0;
  let corners = 0;
  const corner = (point: number) => {
    if (numbers[point] === 0) {
      for (let axis = 0; axis < 3; axis++) positions[3 * vertices + axis] = points[3 * point + axis]! * unit;
      numbers[point] = ++vertices;
    }
    indices[corners++] = numbers[point]! - 1;
  };
  for (let i = 0; i < facets.length; i += FACET) {
    const inside = isInside(facets[i + 3]!);
    const outside = isInside(facets[i + 4]!);
    if (inside === outside) continue;
    corner(facets[i]!);
    corner(facets[i + (inside ? 1 : 2)]!);
    corner(facets[i + (inside ? 2 : 1)]!);
  }
  return { positions: positions.slice(0, 3 * vertices), indices: indices.slice(0, corners) };
}
