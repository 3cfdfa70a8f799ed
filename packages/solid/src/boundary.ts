import type { Mesh } from '@neurofab/core';
import { FACET, type Surface } from './surface.ts';

/** The closed mesh around the space whose labels `isInside` accepts; of half a surface, with its mirror image. */
export function boundary(surface: Surface, isInside: (label: number) => boolean): Mesh {
  const { unit, mirror, points, facets } = surface;
  // The vertices of each point above the mirror plane and below. From 1, for 0 is none.
  const upper = new Int32Array(points.length / 3);
  const lower = mirror === undefined ? upper : new Int32Array(points.length / 3);
  let vertices = 0;
  let triangles = 0;
  for (let i = 0; i < facets.length; i += FACET) {
    if (isInside(facets[i + 3]!) === isInside(facets[i + 4]!)) continue;
    triangles++;
    for (let corner = i; corner < i + 3; corner++) {
      const point = facets[corner]!;
      if (upper[point] !== 0) continue;
      upper[point] = ++vertices;
      if (mirror !== undefined) lower[point] = points[3 * point + 1] === 0 ? vertices : ++vertices;
    }
  }
  const positions = new Float32Array(3 * vertices);
  const place = (vertex: number, x: number, y: number, z: number) => {
    positions[3 * vertex - 3] = x * unit;
    positions[3 * vertex - 2] = y * unit;
    positions[3 * vertex - 1] = z * unit;
  };
  for (let point = 0; point < upper.length; point++) {
    if (upper[point] === 0) continue;
    const [x, y, z] = [points[3 * point]!, points[3 * point + 1]!, points[3 * point + 2]!];
    place(upper[point]!, x, (mirror ?? 0) + y, z);
    if (mirror !== undefined) place(lower[point]!, x, mirror - y, z);
  }
  const indices = new Uint32Array(3 * triangles * (mirror === undefined ? 1 : 2));
  let corners = 0;
  const triangle = (a: number, b: number, c: number) => {
    indices[corners] = a - 1;
    indices[corners + 1] = b - 1;
    indices[corners + 2] = c - 1;
    corners += 3;
  };
  for (let i = 0; i < facets.length; i += FACET) {
    const inside = isInside(facets[i + 3]!);
    if (inside === isInside(facets[i + 4]!)) continue;
    const a = facets[i]!;
    const b = facets[i + (inside ? 1 : 2)]!;
    const c = facets[i + (inside ? 2 : 1)]!;
    triangle(upper[a]!, upper[b]!, upper[c]!);
    if (mirror !== undefined) triangle(lower[a]!, lower[c]!, lower[b]!);
  }
  return { positions, indices };
}
