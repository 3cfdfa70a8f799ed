import { type EdgeList, listEdges, upperEnd } from './list-edges.ts';
import { rootOf } from './root-of.ts';

/** What of a mesh says which triangles hang together. */
interface Connectivity {
  /** Three for each vertex. */
  readonly positions: { readonly length: number };
  readonly indices: Uint32Array;
}

/** What parts of a mesh hang together. */
export interface MeshPieces {
  readonly count: number;
  /** The piece of each triangle, from 0; `count` for a triangle with a vertex twice, which is of none. */
  readonly numbers: Uint32Array;
}

/**
 * The pieces of a mesh: triangles that hang together by edges. Those that touch in a vertex alone are told apart, as PrusaSlicer and admesh do;
 * and where more than two triangles share an edge, they hang together in pairs, in their order. Every number in `indices` must have its vertex.
 */
export function findPieces({ positions, indices }: Connectivity): MeshPieces {
  return piecesFrom(listEdges(indices, positions.length / 3), indices);
}

/** The same of a mesh whose edges are listed. */
export function piecesFrom(edges: EdgeList, indices: Uint32Array): MeshPieces {
  const parent = new Uint32Array(indices.length / 3);
  for (let triangle = 0; triangle < parent.length; triangle++) parent[triangle] = triangle;
  joinPairs(edges, indices, (a, b) => {
    parent[rootOf(parent, b)] = rootOf(parent, a);
  });
  return numberRoots(parent, indices);
}

/** Joins triangles in pairs along each edge: those that run along it in opposite directions, then those that are left. */
function joinPairs(
  { starts, corners }: EdgeList,
  indices: Uint32Array,
  join: (triangle: number, other: number) => void,
): void {
  const vertices = starts.length / 2 - 1;
  // For each other end of an edge the stack of who waits there for a partner: its place in the vertex's lists plus 1.
  const tops = new Uint32Array(vertices);
  let behind = new Uint32Array(64);
  for (let vertex = 0; vertex < vertices; vertex++) {
    const first = starts[2 * vertex]!;
    const turn = starts[2 * vertex + 1]!;
    const last = starts[2 * vertex + 2]!;
    if (behind.length <= last - first) behind = new Uint32Array(2 * (last - first));
    // From the last on, so that the first in the file comes to lie on top.
    let waiting = 0;
    for (let i = turn - 1; i >= first; i--) {
      if (isCollapsed(indices, corners[i]!)) continue;
      waiting++;
      const end = upperEnd(indices, corners[i]!);
      behind[i - first + 1] = tops[end]!;
      tops[end] = i - first + 1;
    }
    for (let i = turn; i < last; i++) {
      if (isCollapsed(indices, corners[i]!)) continue;
      const end = upperEnd(indices, corners[i]!);
      const top = tops[end]!;
      if (top !== 0) {
        join(triangleOf(corners[first + top - 1]!), triangleOf(corners[i]!));
        tops[end] = behind[top]!;
        waiting--;
      } else {
        // Nobody runs the other way any more, so those that are left pair up.
        behind[i - first + 1] = 0;
        tops[end] = i - first + 1;
        waiting++;
      }
    }
    if (waiting === 0) continue;
    for (let i = first; i < last; i++) {
      const end = upperEnd(indices, corners[i]!);
      while (tops[end] !== 0) {
        const top = tops[end]!;
        const next = behind[top]!;
        if (next !== 0) join(triangleOf(corners[first + top - 1]!), triangleOf(corners[first + next - 1]!));
        tops[end] = next === 0 ? 0 : behind[next]!;
      }
    }
  }
}

function numberRoots(parent: Uint32Array, indices: Uint32Array): MeshPieces {
  const numbers = new Uint32Array(parent.length);
  let count = 0;
  for (let triangle = 0; triangle < parent.length; triangle++) {
    if (parent[triangle] === triangle && !isCollapsed(indices, 3 * triangle)) numbers[triangle] = count++;
  }
  for (let triangle = 0; triangle < parent.length; triangle++) {
    numbers[triangle] = isCollapsed(indices, 3 * triangle) ? count : numbers[rootOf(parent, triangle)]!;
  }
  return { count, numbers };
}

function triangleOf(corner: number): number {
  return Math.floor(corner / 3);
}

/** Whether the triangle of a corner has a vertex twice: slicers drop it when they read it. */
function isCollapsed(indices: Uint32Array, corner: number): boolean {
  const first = corner - (corner % 3);
  const a = indices[first]!;
  const b = indices[first + 1]!;
  const c = indices[first + 2]!;
  return a === b || b === c || c === a;
}
