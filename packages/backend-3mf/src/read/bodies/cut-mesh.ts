import type { Mesh } from '@neurofab/core';

/**
 * The triangles from `first` to before `end` of a mesh, with just the vertices that they use, in the order of the
 * mesh. `scratch` is of one number a vertex; its content does not matter.
 */
export function cutMesh(mesh: Mesh, first: number, end: number, scratch: Uint32Array): Mesh {
  const corners = mesh.indices.subarray(3 * first, 3 * end);
  // A sort, because a table of all vertices for each of many parts would take the product of both.
  const sorted = corners.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    scratch[sorted[i]!] = count;
    sorted[count] = sorted[i]!;
    count++;
  }
  const positions = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    const from = 3 * sorted[i]!;
    positions[3 * i] = mesh.positions[from]!;
    positions[3 * i + 1] = mesh.positions[from + 1]!;
    positions[3 * i + 2] = mesh.positions[from + 2]!;
  }
  return { positions, indices: corners.map((corner) => scratch[corner]!) };
}
