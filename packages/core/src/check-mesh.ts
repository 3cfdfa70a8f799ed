import { type Mesh, volume } from './mesh.ts';

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
  /** Pieces that share no vertex. */
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
  const strayIndices = indices.reduce((stray, index) => stray + (index < vertices ? 0 : 1), 0);
  if (strayIndices > 0) return { ...NO_REPORT, triangles: indices.length / 3, strayIndices };

  const edges = countEdges(indices, vertices);
  const degenerateTriangles = countDegenerate(mesh);
  const size = volume(mesh);
  const faults = edges.openEdges + edges.crowdedEdges + edges.reversedEdges + degenerateTriangles;
  return {
    triangles: indices.length / 3,
    ...edges,
    degenerateTriangles,
    repeatedVertices: vertices - weldMesh(mesh).positions.length / 3,
    strayIndices,
    components: countComponents(indices, vertices),
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

/** The same triangles with vertices that have equal coordinates made one. */
export function weldMesh({ positions, indices }: Mesh): Mesh {
  const numbers = new Map<string, number>();
  const welded: number[] = [];
  const renumbered = new Uint32Array(positions.length / 3);
  for (let i = 0; i < renumbered.length; i++) {
    // `+ 0` makes -0 the same as 0.
    const [x, y, z] = [positions[3 * i]! + 0, positions[3 * i + 1]! + 0, positions[3 * i + 2]! + 0];
    const key = `${x},${y},${z}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      welded.push(x, y, z);
    }
    renumbered[i] = number;
  }
  return { positions: new Float32Array(welded), indices: indices.map((index) => renumbered[index]!) };
}

function countEdges(indices: Uint32Array, vertices: number) {
  // For each undirected edge: uses from low to high in the low half of the number, from high to low in the high half.
  const uses = new Map<number, number>();
  for (let i = 0; i < indices.length; i++) {
    const from = indices[i]!;
    const to = indices[i % 3 === 2 ? i - 2 : i + 1]!;
    const key = from < to ? from * vertices + to : to * vertices + from;
    uses.set(key, (uses.get(key) ?? 0) + (from < to ? 1 : 0x10000));
  }
  let openEdges = 0;
  let crowdedEdges = 0;
  let reversedEdges = 0;
  for (const use of uses.values()) {
    const upward = use & 0xffff;
    const downward = use >>> 16;
    if (upward + downward === 1) openEdges++;
    else if (upward + downward > 2) crowdedEdges++;
    else if (upward !== downward) reversedEdges++;
  }
  return { openEdges, crowdedEdges, reversedEdges };
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

function countComponents(indices: Uint32Array, vertices: number): number {
  const parent = Uint32Array.from({ length: vertices }, (_, i) => i);
  const root = (vertex: number) => {
    let found = vertex;
    while (parent[found] !== found) {
      parent[found] = parent[parent[found]!]!;
      found = parent[found]!;
    }
    return found;
  };
  for (let i = 0; i < indices.length; i += 3) {
    parent[root(indices[i + 1]!)] = root(indices[i]!);
    parent[root(indices[i + 2]!)] = root(indices[i]!);
  }
  const used = new Set(indices);
  let count = 0;
  for (const vertex of used) if (root(vertex) === vertex) count++;
  return count;
}
