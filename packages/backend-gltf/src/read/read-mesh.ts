import { type Bounds, type HexColor, type Mesh, meshBounds, weldMesh } from '@neurofab/core';
import { hexColor } from '../linear-color.ts';
import { fileFault } from './file-fault.ts';
import type { Gltf, GltfMesh, GltfPrimitive } from './gltf.ts';
import { readIndices, readPositions } from './read-accessor.ts';
import { budget, item, type Source } from './source.ts';

/** A mesh before it is placed, with +Z up. */
export interface ReadMesh {
  readonly mesh: Mesh;
  readonly bounds: Bounds;
  /** Left out where its triangles differ in colour, or have none of their own. */
  readonly color?: HexColor;
}

/** How the corners of triangles follow one another. */
const TRIANGLES = 4;
const STRIP = 5;
const FAN = 6;

/** Gives meshes by number, `undefined` for one without triangles. Each is read once, however often it is placed. */
export function meshStore(source: Source): (index: number) => ReadMesh | undefined {
  const meshes = new Map<number, ReadMesh | undefined>();
  const vertices = vertexStore(source);
  const spend = budget('corners of triangles', source.binary.length);
  return (index) => {
    if (!meshes.has(index)) {
      const primitives = trianglesOf(item(source.gltf, 'meshes', index));
      spend(primitives.reduce((sum, primitive) => sum + countCorners(source.gltf, primitive), 0));
      meshes.set(index, primitives.length === 0 ? undefined : joined(source, primitives, vertices));
    }
    return meshes.get(index);
  };
}

/** The vertices of an accessor, and room for a number beside each, which is 0 between two uses. */
interface Vertices {
  readonly positions: Float32Array;
  readonly numbers: Uint32Array;
}

/** Gives vertices by the number of their accessor. Each is read once: primitives often share one. */
function vertexStore(source: Source): (index: number) => Vertices {
  const store = new Map<number, Vertices>();
  const spend = budget('vertices', source.binary.length);
  return (index) => {
    const known = store.get(index);
    if (known !== undefined) return known;
    spend(item(source.gltf, 'accessors', index).count);
    const positions = readPositions(source, index);
    const vertices = { positions, numbers: new Uint32Array(positions.length / 3) };
    store.set(index, vertices);
    return vertices;
  };
}

function trianglesOf({ primitives }: GltfMesh): GltfPrimitive[] {
  return primitives.filter(({ mode, attributes }) => mode >= TRIANGLES && 'POSITION' in attributes);
}

function countCorners(gltf: Gltf, { indices, attributes }: GltfPrimitive): number {
  return item(gltf, 'accessors', indices ?? attributes.POSITION!).count;
}

/** All primitives as one mesh: they differ in material, and each alone may be open. */
function joined(
  source: Source,
  primitives: readonly GltfPrimitive[],
  vertices: (index: number) => Vertices,
): ReadMesh {
  const meshes = primitives.map((primitive) =>
    compact(source, primitive, vertices(primitive.attributes.POSITION!)),
  );
  const joined = meshes.length === 1 ? meshes[0]! : inOne(meshes);
  // Vertices are split where colours, normals or anything else differ, and without indices everywhere.
  const isSplit = primitives.some(
    ({ attributes, indices }) => indices === undefined || Object.keys(attributes).length > 1,
  );
  const mesh = isSplit || meshes.length > 1 ? weldMesh(joined) : joined;
  const colors = new Set(primitives.map((primitive) => colorOf(source.gltf, primitive)));
  const [color] = colors.size === 1 ? colors : [];
  return { mesh, bounds: meshBounds(mesh), ...(color !== undefined && { color }) };
}

/** The triangles of a primitive with +Z up, and with those vertices alone that it uses, in the order in which they first appear. */
function compact(source: Source, primitive: GltfPrimitive, { positions, numbers }: Vertices): Mesh {
  const corners = cornersOf(source, primitive, numbers.length);
  const used = new Float32Array(3 * Math.min(numbers.length, corners.length));
  const indices = new Uint32Array(corners.length);
  let count = 0;
  for (let i = 0; i < corners.length; i++) {
    const vertex = corners[i]!;
    if (numbers[vertex] === 0) {
      used[3 * count] = positions[3 * vertex]!;
      used[3 * count + 1] = 0 - positions[3 * vertex + 2]!;
      used[3 * count + 2] = positions[3 * vertex + 1]!;
      numbers[vertex] = ++count;
    }
    indices[i] = numbers[vertex]! - 1;
  }
  for (const vertex of corners) numbers[vertex] = 0;
  return { positions: used.subarray(0, 3 * count), indices };
}

/** Three vertex numbers a triangle, each of a vertex that there is. */
function cornersOf(source: Source, { indices, mode }: GltfPrimitive, vertices: number): Uint32Array {
  const corners = indices === undefined ? inSequence(vertices) : readIndices(source, indices);
  const bad = corners.findIndex((vertex) => vertex >= vertices);
  if (bad >= 0) {
    throw fileFault(
      'A mesh',
      `has a triangle at vertex ${corners[bad]}, counted from 0, but has ${vertices}`,
    );
  }
  const triangles = mode === TRIANGLES ? corners.length / 3 : corners.length - 2;
  if (!Number.isInteger(triangles) || triangles < 1) {
    throw fileFault('A mesh', `has ${corners.length} corners, which make no whole triangles`);
  }
  if (mode === TRIANGLES) return corners;
  if (mode !== STRIP && mode !== FAN)
    throw fileFault('A mesh', `has the mode ${mode}, which glTF does not know`);
  const result = new Uint32Array(3 * triangles);
  for (let i = 0; i < triangles; i++) {
    // Every other triangle of a strip runs the other way round.
    const order = mode === FAN ? [i + 1, i + 2, 0] : [i, i + 1 + (i % 2), i + 2 - (i % 2)];
    for (let k = 0; k < 3; k++) result[3 * i + k] = corners[order[k]!]!;
  }
  return result;
}

function inSequence(vertices: number): Uint32Array {
  const corners = new Uint32Array(vertices);
  for (let i = 0; i < vertices; i++) corners[i] = i;
  return corners;
}

function inOne(meshes: readonly Mesh[]): Mesh {
  const positions = new Float32Array(meshes.reduce((sum, mesh) => sum + mesh.positions.length, 0));
  const indices = new Uint32Array(meshes.reduce((sum, mesh) => sum + mesh.indices.length, 0));
  let coordinate = 0;
  let corner = 0;
  for (const mesh of meshes) {
    positions.set(mesh.positions, coordinate);
    for (let i = 0; i < mesh.indices.length; i++) indices[corner + i] = mesh.indices[i]! + coordinate / 3;
    coordinate += mesh.positions.length;
    corner += mesh.indices.length;
  }
  return { positions, indices };
}

function colorOf(gltf: Gltf, { material: index, attributes }: GltfPrimitive): HexColor | undefined {
  if (index === undefined || 'COLOR_0' in attributes) return undefined;
  const { baseColorFactor, baseColorTexture } = item(gltf, 'materials', index).pbrMetallicRoughness;
  return baseColorTexture === undefined ? hexColor(baseColorFactor.slice(0, 3)) : undefined;
}
