/** The edges of a mesh, those of one vertex together. */
export interface EdgeList {
  /**
   * Where lists begin in `corners`. Of the edges between vertex v and those with higher numbers, the ones that triangles run along upwards
   * begin at `starts[2v]`, those downwards at `starts[2v + 1]`.
   */
  readonly starts: Uint32Array;
  /** Places in `indices` from which a triangle runs on along an edge, in the order of the triangles within each list. */
  readonly corners: Uint32Array;
}

/**
 * Sorts edges into a list for each vertex and direction, from the vertex with the lower number to the other, so that one row of counters
 * serves all vertices in turn: the time goes with the triangles alone, whatever they look like. Every number in `indices` must have
 * its vertex.
 */
export function listEdges(indices: Uint32Array, vertices: number): EdgeList {
  // Counted two places on, added up, and moved on while the lists fill: then each start has come to stand in its place.
  const starts = new Uint32Array(2 * vertices + 2);
  for (let i = 0; i < indices.length; i++) starts[listOf(indices[i]!, nextVertex(indices, i)) + 2]!++;
  for (let list = 1; list < starts.length; list++) starts[list]! += starts[list - 1]!;
  const corners = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    corners[starts[listOf(indices[i]!, nextVertex(indices, i)) + 1]!++] = i;
  }
  return { starts, corners };
}

/** The higher vertex of the edge that a triangle runs along from a place in `indices`. */
export function upperEnd(indices: Uint32Array, corner: number): number {
  return Math.max(indices[corner]!, nextVertex(indices, corner));
}

function nextVertex(indices: Uint32Array, i: number): number {
  return indices[i % 3 === 2 ? i - 2 : i + 1]!;
}

function listOf(from: number, to: number): number {
  return from < to ? 2 * from : 2 * to + 1;
}
