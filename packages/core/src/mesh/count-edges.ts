import type { MeshReport } from './check-mesh.ts';

/**
 * Judges each edge by how many triangles run along it either way. Every number in `indices` must have its vertex.
 *
 * Edges are sorted into a list for each vertex and direction, from the vertex with the lower number to the other, so that
 * one row of counters serves all vertices in turn: the time goes with the triangles alone, whatever they look like.
 */
export function countEdges(
  indices: Uint32Array,
  vertices: number,
): Pick<MeshReport, 'openEdges' | 'crowdedEdges' | 'reversedEdges'> {
  const { starts, ends } = listEdges(indices, vertices);
  const upward = new Uint32Array(vertices);
  const downward = new Uint32Array(vertices);
  let openEdges = 0;
  let crowdedEdges = 0;
  let reversedEdges = 0;
  for (let vertex = 0; vertex < vertices; vertex++) {
    const first = starts[2 * vertex]!;
    const turn = starts[2 * vertex + 1]!;
    const last = starts[2 * vertex + 2]!;
    for (let i = first; i < turn; i++) upward[ends[i]!]!++;
    for (let i = turn; i < last; i++) downward[ends[i]!]!++;
    for (let i = first; i < last; i++) {
      const end = ends[i]!;
      const up = upward[end]!;
      const down = downward[end]!;
      if (up + down === 1) openEdges++;
      else if (up + down > 2) crowdedEdges++;
      else if (up !== down) reversedEdges++;
      // Also keeps the edge from being judged again; none has no triangle.
      upward[end] = 0;
      downward[end] = 0;
    }
  }
  return { openEdges, crowdedEdges, reversedEdges };
}

/**
 * The other ends of each vertex's edges. Those of vertex v that triangles run along upwards, to a higher number, begin at
 * `starts[2v]`, those downwards at `starts[2v + 1]`.
 */
function listEdges(indices: Uint32Array, vertices: number) {
  // Counted two places on, added up, and moved on while the lists fill: then each start has come to stand in its place.
  const starts = new Uint32Array(2 * vertices + 2);
  for (let i = 0; i < indices.length; i++) starts[listOf(indices[i]!, next(indices, i)) + 2]!++;
  for (let list = 1; list < starts.length; list++) starts[list]! += starts[list - 1]!;
  const ends = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const from = indices[i]!;
    const to = next(indices, i);
    ends[starts[listOf(from, to) + 1]!++] = Math.max(from, to);
  }
  return { starts, ends };
}

/** The vertex to which a triangle runs on from its corner i. */
function next(indices: Uint32Array, i: number): number {
  return indices[i % 3 === 2 ? i - 2 : i + 1]!;
}

function listOf(from: number, to: number): number {
  return from < to ? 2 * from : 2 * to + 1;
}
