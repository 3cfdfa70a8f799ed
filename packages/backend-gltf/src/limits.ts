import { SpecError } from '@neurofab/core';
import { formatCount } from '@neurofab/core/internal';

/** The format counts its bytes in 32 bits; a MiB of them is for what is no mesh. */
const MAX_MESH_BYTES = 2 ** 32 - 2 ** 20;

/** A vertex is three float32. */
export const VERTEX_BYTES = 12;

/** The most triangles of a GLB: as many as fill it when there are half as many vertices, which closed meshes of many triangles have. */
export const MAX_TRIANGLES: number = Math.floor(MAX_MESH_BYTES / (3 * 4 + VERTEX_BYTES / 2));

/** The most vertices of a mesh whose corners fit 16 bits, of which the largest number is not for vertices. */
const MAX_SHORT_VERTICES = 0xffff;

/** How many bytes the number of a vertex takes. */
export function cornerBytes(vertices: number): 2 | 4 {
  return vertices <= MAX_SHORT_VERTICES ? 2 : 4;
}

/** Throws a SpecError for more triangles than a file can hold. */
export function refuseManyTriangles(triangles: number): void {
  if (triangles <= MAX_TRIANGLES) return;
  throw tooLarge(
    `holds at most ${formatCount(MAX_TRIANGLES)} triangles, but this network has ${formatCount(triangles)}`,
  );
}

/** Throws a SpecError for meshes that take more bytes than a file can have. */
export function refuseLargeMeshes(
  parts: readonly { readonly vertices: number; readonly triangles: number }[],
): void {
  const bytes = parts.reduce(
    (sum, { vertices, triangles }) =>
      sum + vertices * VERTEX_BYTES + 4 * Math.ceil((3 * triangles * cornerBytes(vertices)) / 4),
    0,
  );
  if (bytes <= MAX_MESH_BYTES) return;
  throw tooLarge(`is smaller than 4 GiB, but the meshes of this network take ${formatCount(bytes)} bytes`);
}

function tooLarge(problem: string): SpecError {
  const message = `A GLB file ${problem}. A coarser resolution or fewer nodes gives less, and an STL file holds more.`;
  return new SpecError([{ path: [], message }]);
}
