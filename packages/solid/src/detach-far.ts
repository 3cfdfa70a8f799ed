import type { Mesh } from '@neurofab/core';

/** A closed mesh in two. */
export interface Detached {
  /** Closed again: the triangles from `caps` on, an offset in its indices, stand in for `far`. */
  readonly near: Mesh;
  readonly caps: number;
  /** The facets that lie wholly between two planes, x = from and x = to. */
  readonly far: Mesh;
}

/**
 * Takes the facets between two planes, x = from and x = to, out of a closed mesh, so that booleans need not carry them.
 *
 * The caps that close the rest are fans from the rims to one point between the planes. They may pass through the mesh and
 * each other, but nowhere else than between the planes: beyond them, inside and outside stay what they were.
 */
export function detachFar({ positions, indices }: Mesh, from: number, to: number): Detached {
  const isBetween = (vertex: number) => positions[3 * vertex]! > from && positions[3 * vertex]! < to;
  const near: number[] = [];
  const far: number[] = [];
  // From 1, for 0 is none.
  const numbers = new Int32Array(positions.length / 3);
  const kept: number[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
    if (isBetween(a) && isBetween(b) && isBetween(c)) {
      far.push(a, b, c);
      continue;
    }
    for (const vertex of [a, b, c]) {
      if (numbers[vertex] === 0) numbers[vertex] = kept.push(vertex);
      near.push(numbers[vertex]! - 1);
    }
  }

  const caps = near.length;
  const rims = rimsOf(far, numbers);
  const nearPositions = new Float32Array(3 * (kept.length + rims.length));
  kept.forEach((vertex, i) => {
    nearPositions.set(positions.subarray(3 * vertex, 3 * vertex + 3), 3 * i);
  });
  rims.forEach((rim, n) => {
    const apex = kept.length + n;
    rim.forEach((vertex, i) => {
      near.push(numbers[vertex]! - 1, numbers[rim[(i + 1) % rim.length]!]! - 1, apex);
    });
    // Above all floors, in line with no rim.
    nearPositions.set([(from + to) / 2, (to - from) / 2, positions[3 * rim[0]! + 2]!], 3 * apex);
  });
  return {
    near: { positions: nearPositions, indices: Uint32Array.from(near) },
    caps,
    far: { positions, indices: Uint32Array.from(far) },
  };
}

/**
 * The rims of some facets: closed rows of vertices, each of them once in a row, along edges that have no facet on their other
 * side. Both ends of these have numbers, as few others have.
 */
function rimsOf(facets: readonly number[], numbers: Int32Array): number[][] {
  // How often an edge is passed from its lower to its higher vertex more than back.
  const balances = new Map<number, number>();
  const count = numbers.length;
  for (let i = 0; i < facets.length; i++) {
    const [from, to] = [facets[i]!, facets[i % 3 === 2 ? i - 2 : i + 1]!];
    if (numbers[from] === 0 || numbers[to] === 0) continue;
    const edge = Math.min(from, to) * count + Math.max(from, to);
    balances.set(edge, (balances.get(edge) ?? 0) + (from < to ? 1 : -1));
  }
  const next = new Map<number, number[]>();
  for (const [edge, balance] of balances) {
    const ends = [Math.floor(edge / count), edge % count] as const;
    const [from, to] = balance > 0 ? ends : [ends[1], ends[0]];
    for (let n = Math.abs(balance); n > 0; n--) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const rims: number[][] = [];
  for (const start of next.keys()) {
    const path: number[] = [];
    for (let vertex = start; ; ) {
      const first = path.indexOf(vertex);
      if (first >= 0) rims.push(path.splice(first));
      const to = next.get(vertex)!.pop();
      if (to === undefined) break;
      path.push(vertex);
      vertex = to;
    }
  }
  return rims;
}
