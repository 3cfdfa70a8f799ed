import { countEdges } from './count-edges.ts';
import { piecesFrom } from './find-pieces.ts';
import { listEdges } from './list-edges.ts';
import { type Mesh, volume } from './mesh.ts';
import { countPlaces } from './weld-mesh.ts';

/** What is wrong with a mesh, counted. All zero, and a positive volume, for a sound closed body. */
export interface MeshReport {
  readonly triangles: number;
  /** Edges that one triangle alone has. */
  readonly openEdges: number;
  /** Edges that more than two triangles share. */
  readonly crowdedEdges: number;
  /** Edges whose two triangles run along them in the same direction. */
  readonly reversedEdges: number;
  /** Triangles without area, after the coordinates' own rounding. */
  readonly degenerateTriangles: number;
  /** Vertices that lie exactly on an earlier one. */
  readonly repeatedVertices: number;
  /** Numbers in `indices` beyond the last vertex. */
  readonly strayIndices: number;
  /** Pieces that hang together by edges: see `findPieces`. */
  readonly components: number;
  /** Cubic millimetres. */
  readonly volume: number;
  /** Whether no count above is a fault and the volume is positive. Repeated vertices are no fault. */
  readonly closed: boolean;
}

/** Judges a mesh by its vertex numbers, as 3MF does. For formats without them, such as STL, `weldMesh` it first. */
export function checkMesh(mesh: Mesh): MeshReport {
  const { positions, indices } = mesh;
  const vertices = positions.length / 3;
  const strayIndices = countStray(indices, vertices);
  if (strayIndices > 0) return { ...NO_REPORT, triangles: indices.length / 3, strayIndices };

  const edges = listEdges(indices, vertices);
  const counts = countEdges(edges, indices);
  const degenerateTriangles = countDegenerate(mesh);
  const size = volume(mesh);
  const faults = counts.openEdges + counts.crowdedEdges + counts.reversedEdges + degenerateTriangles;
  return {
    triangles: indices.length / 3,
    ...counts,
    degenerateTriangles,
    repeatedVertices: vertices - countPlaces(positions),
    strayIndices,
    components: piecesFrom(edges, indices).count,
    volume: size,
    closed: faults === 0 && size > 0,
  };
}

const NO_REPORT: MeshReport = {
  triangles: 0,
  openEdges: 0,
  crowdedEdges: 0,
  reversedEdges: 0,
  degenerateTriangles: 0,
  repeatedVertices: 0,
  strayIndices: 0,
  components: 0,
  volume: 0,
  closed: false,
};

function countStray(indices: Uint32Array, vertices: number): number {
  let count = 0;
  for (let i = 0; i < indices.length; i++) if (indices[i]! >= vertices) count++;
  return count;
}

function countDegenerate({ positions, indices }: Mesh): number {
  let count = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const a = indices[i]! * 3;
    const b = indices[i + 1]! * 3;
    const c = indices[i + 2]! * 3;
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    if (uy * vz === uz * vy && uz * vx === ux * vz && ux * vy === uy * vx) count++;
  }
  return count;
}
