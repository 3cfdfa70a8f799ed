import type { Bounds, Mesh } from '@neurofab/core';
import { pointFinder } from './find-points.ts';
import type { Manifold } from './kernel.ts';
import { FACET, type Surface } from './surface.ts';

/** Bits of a whole number that float32 holds exactly. */
const FLOAT32_BITS = 24;

/** What lies inside and outside of a facet. */
export type Sides = readonly [inside: number, outside: number];

/** Collects facets into a surface. */
export interface Collector {
  /** Adds the facets of a manifold for whose label `sides` gives what lies inside and outside of them. */
  add(manifold: Manifold, sides: (label: number) => Sides | undefined): void;
  /** Adds all facets of a mesh. */
  addMesh(mesh: Mesh, sides: Sides): void;
  /** All facets so far. */
  surface(): Surface;
}

/**
 * Collects facets on the finest lattice whose points are all exact in float32: 2^-16 mm (0.015 µm) for a model of up to
 * 256 mm. So every format holds the very same mesh, and what rounding does to it is judged and mended before any is written.
 *
 * Given the y of a mirror plane, what is added are halves that stand on y = 0: what lies in the plane goes, and every other
 * facet gets its mirror image.
 */
export function collectFacets({ min, max }: Bounds, plane: number | undefined): Collector {
  const reach = Math.max(...min.map(Math.abs), ...max.map(Math.abs));
  const unit = 2 ** (Math.ceil(Math.log2(reach)) - FLOAT32_BITS);
  const middle = Math.round((plane ?? 0) / unit);
  const finder = pointFinder();
  const rows: Int32Array[] = [];

  /** Adds some of the corners of a mesh whose vertices have `stride` numbers each. */
  const collect = (positions: Float32Array, stride: number) => {
    const [upper, lower] = [
      new Int32Array(positions.length / stride),
      new Int32Array(positions.length / stride),
    ];
    const lattice = positions.map((value) => Math.round(value / unit));
    /** The point of a vertex, or of its mirror image. */
    const point = (vertex: number, side: 1 | -1) => {
      const numbers = side === 1 ? upper : lower;
      const at = vertex * stride;
      // From 1, for 0 is none.
      numbers[vertex] ||= finder.find(lattice[at]!, middle + side * lattice[at + 1]!, lattice[at + 2]!) + 1;
      return numbers[vertex]! - 1;
    };
    const isInPlane = (vertex: number) => lattice[vertex * stride + 1] === 0;
    return (corners: Uint32Array, [inside, outside]: Sides) => {
      const row = new Int32Array((corners.length / 3) * 2 * FACET);
      let length = 0;
      const facet = (a: number, b: number, c: number) => {
        row[length] = a;
        row[length + 1] = b;
        row[length + 2] = c;
        row[length + 3] = inside;
        row[length + 4] = outside;
        length += FACET;
      };
      for (let i = 0; i < corners.length; i += 3) {
        const [a, b, c] = [corners[i]!, corners[i + 1]!, corners[i + 2]!];
        if (plane !== undefined && isInPlane(a) && isInPlane(b) && isInPlane(c)) continue;
        facet(point(a, 1), point(b, 1), point(c, 1));
        if (plane !== undefined) facet(point(a, -1), point(c, -1), point(b, -1));
      }
      rows.push(row.subarray(0, length));
    };
  };

  return {
    add(manifold, sides) {
      const { vertProperties, triVerts, numProp, runIndex, runOriginalID } = manifold.getMesh();
      const addCorners = collect(vertProperties, numProp);
      for (let run = 0; run < runOriginalID.length; run++) {
        const labels = sides(runOriginalID[run]!);
        if (labels !== undefined) addCorners(triVerts.subarray(runIndex[run]!, runIndex[run + 1]!), labels);
      }
    },
    addMesh({ positions, indices }, sides) {
      collect(positions, 3)(indices, sides);
    },
    surface() {
      const facets = new Int32Array(rows.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const row of rows) {
        facets.set(row, at);
        at += row.length;
      }
      return { unit, points: finder.points(), facets };
    },
  };
}
