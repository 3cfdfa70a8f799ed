import type { Mesh, Vec3 } from '@neurofab/core';

/** Numbers of a vertex: x, y, z and the colour. */
export const VERTEX = 4;

/** Triangles of any number of bodies. Arrays are longer than what they hold. */
export interface Triangles {
  vertices: Float32Array;
  indices: Uint32Array;
  vertexCount: number;
  indexCount: number;
}

/** No triangles. */
export function noTriangles(): Triangles {
  return { vertices: new Float32Array(0), indices: new Uint32Array(0), vertexCount: 0, indexCount: 0 };
}

/** Forgets all triangles, and keeps the room that they took. */
export function clear(triangles: Triangles): void {
  triangles.vertexCount = 0;
  triangles.indexCount = 0;
}

/** Adds a mesh in one packed colour. */
export function addMesh(triangles: Triangles, { positions, indices }: Mesh, color: number): void {
  const { at, colors } = makeRoom(triangles, positions.length / 3, indices);
  for (let i = 0, to = at; i < positions.length; i += 3, to += VERTEX) {
    triangles.vertices[to] = positions[i]!;
    triangles.vertices[to + 1] = positions[i + 1]!;
    triangles.vertices[to + 2] = positions[i + 2]!;
    colors[to + 3] = color;
  }
}

/** Adds the corners of a prism, without a mesh on the way: there may be a hundred thousand bars. */
export function addCorners(
  triangles: Triangles,
  { corners, indices }: { readonly corners: readonly (readonly Vec3[])[]; readonly indices: Uint32Array },
  color: number,
): void {
  const { at, colors } = makeRoom(triangles, corners.length * corners[0]!.length, indices);
  let to = at;
  for (const ring of corners) {
    for (const [x, y, z] of ring) {
      triangles.vertices[to] = x;
      triangles.vertices[to + 1] = y;
      triangles.vertices[to + 2] = z;
      colors[to + 3] = color;
      to += VERTEX;
    }
  }
}

/** An array that holds so many numbers, what was in it kept. */
export function roomFor<Numbers extends Float32Array | Uint32Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  if (numbers.length >= length) return numbers;
  const more = new (numbers.constructor as new (length: number) => Numbers)(2 * length);
  more.set(numbers);
  return more;
}

/** Adds the indices of a mesh, and says where its vertices go. */
function makeRoom(triangles: Triangles, vertices: number, indices: Uint32Array) {
  const first = triangles.vertexCount;
  triangles.vertices = roomFor(triangles.vertices, (first + vertices) * VERTEX);
  triangles.indices = roomFor(triangles.indices, triangles.indexCount + indices.length);
  for (let i = 0; i < indices.length; i++) triangles.indices[triangles.indexCount + i] = first + indices[i]!;
  triangles.vertexCount += vertices;
  triangles.indexCount += indices.length;
  return { at: first * VERTEX, colors: new Uint32Array(triangles.vertices.buffer) };
}
