import type { Bounds } from '@neurofab/core';
import type { Manifold } from './kernel.ts';
import type { Surface } from './surface.ts';

/** Bits of a whole number that float32 holds exactly. */
const FLOAT32_BITS = 24;

/** Collects facets into a surface, a manifold at a time. */
export interface Collector {
  /** Adds the facets for whose label `sides` gives what lies inside and outside of them. */
  add(
    manifold: Manifold,
    sides: (label: number) => readonly [inside: number, outside: number] | undefined,
  ): void;
  readonly surface: Surface;
}

/**
 * Collects facets on the finest lattice whose points are all exact in float32: 2^-16 mm (0.015 µm) for a model of up to
 * 256 mm. So every format holds the very same mesh, and what rounding does to it is judged and mended before any is written.
 *
 * Given the y of a mirror plane, the manifolds are halves that stand on y = 0: what lies in the plane goes, and every other
 * facet gets its mirror image.
 */
export function collectFacets({ min, max }: Bounds, plane: number | undefined): Collector {
  const reach = Math.max(...min.map(Math.abs), ...max.map(Math.abs));
  const unit = 2 ** (Math.ceil(Math.log2(reach)) - FLOAT32_BITS);
  const surface: Surface = { unit, points: [], facets: [] };
  const find = pointFinder(surface.points);
  const middle = Math.round((plane ?? 0) / unit);

  const add: Collector['add'] = (manifold, sides) => {
    const { vertProperties, triVerts, numProp, runIndex, runOriginalID } = manifold.getMesh();
    const lattice = vertProperties.map((value) => Math.round(value / unit));
    const point = (vertex: number, side: 1 | -1) => {
      const at = vertex * numProp;
      return find(lattice[at]!, middle + side * lattice[at + 1]!, lattice[at + 2]!);
    };
    for (let run = 0; run < runOriginalID.length; run++) {
      const labels = sides(runOriginalID[run]!);
      if (labels === undefined) continue;
      for (let i = runIndex[run]!; i < runIndex[run + 1]!; i += 3) {
        const [a, b, c] = [triVerts[i]!, triVerts[i + 1]!, triVerts[i + 2]!];
        const isInPlane = [a, b, c].every((vertex) => lattice[vertex * numProp + 1] === 0);
        if (plane !== undefined && isInPlane) continue;
        surface.facets.push(point(a, 1), point(b, 1), point(c, 1), ...labels);
        if (plane !== undefined) surface.facets.push(point(a, -1), point(c, -1), point(b, -1), ...labels);
      }
    }
  };
  return { add, surface };
}

/** Finds the number of a lattice point, adding the point at its first mention. */
function pointFinder(points: number[]): (x: number, y: number, z: number) => number {
  // x and z fit one exact number together; the points that share them are searched in order.
  const columns = new Map<number, number[]>();
  return (x, y, z) => {
    const key = x * 2 ** (FLOAT32_BITS + 2) + z;
    let column = columns.get(key);
    if (column === undefined) {
      column = [];
      columns.set(key, column);
    }
    for (const point of column) if (points[3 * point + 1] === y) return point;
    const point = points.length / 3;
    points.push(x, y, z);
    column.push(point);
    return point;
  };
}
