import type { Vec3 } from '@neurofab/core';
import { findPieces } from '@neurofab/core/internal';
import type { PlacedMesh } from '../placed-mesh.ts';
import type { Box } from './overlapping-boxes.ts';

/** A piece of a body, triangles that hang together by edges; its group is the number of the body. */
export interface Piece extends Box {
  readonly positions: Float32Array | Float64Array;
  readonly indices: Uint32Array;
  /** The numbers of its triangles. */
  readonly triangles: Uint32Array;
}

/** The pieces of a body. */
export function listPieces({ positions, indices }: PlacedMesh, body: number): Piece[] {
  const { count, numbers } = findPieces({ positions, indices });
  // Counted, added up, and moved on while the lists fill.
  const ends = new Uint32Array(count + 1);
  for (const piece of numbers) ends[piece]!++;
  for (let piece = 1; piece <= count; piece++) ends[piece]! += ends[piece - 1]!;
  const triangles = new Uint32Array(numbers.length);
  for (let triangle = numbers.length - 1; triangle >= 0; triangle--) {
    triangles[--ends[numbers[triangle]!]!] = triangle;
  }
  return Array.from({ length: count }, (_, piece) => {
    const own = triangles.subarray(ends[piece]!, ends[piece + 1]!);
    return { group: body, positions, indices, triangles: own, ...boxAround(positions, indices, own) };
  });
}

function boxAround(
  positions: Float32Array | Float64Array,
  indices: Uint32Array,
  triangles: Uint32Array,
): { readonly min: Vec3; readonly max: Vec3 } {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const triangle of triangles) {
    for (let corner = 3 * triangle; corner < 3 * triangle + 3; corner++) {
      for (const axis of [0, 1, 2] as const) {
        const value = positions[3 * indices[corner]! + axis]!;
        if (value < min[axis]) min[axis] = value;
        if (value > max[axis]) max[axis] = value;
      }
    }
  }
  return { min, max };
}
