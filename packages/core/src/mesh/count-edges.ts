import type { MeshReport } from './check-mesh.ts';
import { type EdgeList, upperEnd } from './list-edges.ts';

/** Judges each edge by how many triangles run along it either way. */
export function countEdges(
  { starts, corners }: EdgeList,
  indices: Uint32Array,
): Pick<MeshReport, 'openEdges' | 'crowdedEdges' | 'reversedEdges'> {
  const vertices = starts.length / 2 - 1;
  const upward = new Uint32Array(vertices);
  const downward = new Uint32Array(vertices);
  let openEdges = 0;
  let crowdedEdges = 0;
  let reversedEdges = 0;
  for (let vertex = 0; vertex < vertices; vertex++) {
    const first = starts[2 * vertex]!;
    const turn = starts[2 * vertex + 1]!;
    const last = starts[2 * vertex + 2]!;
    for (let i = first; i < turn; i++) upward[upperEnd(indices, corners[i]!)]!++;
    for (let i = turn; i < last; i++) downward[upperEnd(indices, corners[i]!)]!++;
    for (let i = first; i < last; i++) {
      const end = upperEnd(indices, corners[i]!);
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
