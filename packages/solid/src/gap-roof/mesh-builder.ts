import type { Mesh } from '@neurofab/core';

/** A mesh that grows by vertices and facets. Its plan has the axes x and z; y is up. */
export interface MeshBuilder {
  /** Adds a vertex and gives its number. */
  vertex(x: number, y: number, z: number): number;
  /** Adds a convex facet as a fan from its first corner. Its corners run from x to z, and it faces up unless told otherwise. */
  facet(corners: readonly number[], direction?: 'up' | 'down'): void;
  /** The mesh so far, as a copy. */
  mesh(): Mesh;
}

/** Starts an empty mesh whose vertices are moved by `offset`. */
export function buildMesh(offset: { readonly x: number; readonly z: number }): MeshBuilder {
  let positions = new Float32Array(3 * 1024);
  let indices = new Uint32Array(6 * 1024);
  let p = 0;
  let t = 0;
  return {
    vertex(x, y, z) {
      if (p === positions.length) {
        const longer = new Float32Array(2 * p);
        longer.set(positions);
        positions = longer;
      }
      positions[p++] = x + offset.x;
      positions[p++] = y;
      positions[p++] = z + offset.z;
      return p / 3 - 1;
    },
    facet(corners, direction = 'up') {
      const needed = t + 3 * (corners.length - 2);
      if (needed > indices.length) {
        const longer = new Uint32Array(2 * needed);
        longer.set(indices);
        indices = longer;
      }
      // From x to z is clockwise seen from +Y.
      const back = direction === 'up' ? 1 : 0;
      for (let i = 2; i < corners.length; i++) {
        indices[t++] = corners[0]!;
        indices[t++] = corners[i - 1 + back]!;
        indices[t++] = corners[i - back]!;
      }
    },
    mesh: () => ({ positions: positions.slice(0, p), indices: indices.slice(0, t) }),
  };
}
