import { type Part, type Recipe, recipeText } from '@neurofab/core';
import type { JoinedMesh } from './join-meshes.ts';
import { linearColor } from './linear-color.ts';
import { padding } from './padding.ts';

/** What a file says of itself. */
export interface FileTitle {
  readonly title: string;
  /** What is shown, in words. */
  readonly description: string;
  readonly recipe: Recipe;
}

/** The mesh of a part. */
export interface PartMesh extends JoinedMesh {
  readonly part: Part;
}

/**
 * Vertices are millimetres, the very float32 that were judged, and one node above all parts makes metres of them: to divide
 * them by 1000 would round each again. Viewers, Blender and AR apply a node's scale; none asks for more than that, since the
 * turn to +Y up is in the vertices, where it is exact.
 */
const METRES = 0.001;

/** Between shiny and dull, as printed plastic is. */
const ROUGHNESS = 0.6;

/** The JSON of a file whose one buffer holds positions and indices of each mesh in turn. */
export function gltfText({ title, description, recipe }: FileTitle, meshes: readonly PartMesh[]): string {
  const { bufferViews, byteLength } = viewsOf(meshes);
  return JSON.stringify({
    asset: {
      version: '2.0',
      generator: `Neurofab ${recipe.neurofab}`,
      // Through the text, so that it holds what reads back from it: no `undefined`, and no more.
      extras: { ...JSON.parse(recipeText(recipe)), description },
    },
    scene: 0,
    scenes: [{ name: title, nodes: [0] }],
    nodes: [
      { name: title, scale: [METRES, METRES, METRES], children: meshes.map((_, i) => i + 1) },
      ...meshes.map(({ part: { name } }, mesh) => ({ name, mesh })),
    ],
    meshes: meshes.map(({ part: { name } }, i) => ({
      name,
      primitives: [{ attributes: { POSITION: 2 * i }, indices: 2 * i + 1, material: i }],
    })),
    materials: meshes.map(({ part: { name, color } }) => ({
      name,
      pbrMetallicRoughness: {
        baseColorFactor: [...linearColor(color), 1],
        metallicFactor: 0,
        roughnessFactor: ROUGHNESS,
      },
    })),
    accessors: meshes.flatMap(({ positions, indices }, i) => [
      {
        bufferView: 2 * i,
        componentType: FLOAT,
        count: positions.length / 3,
        type: 'VEC3',
        ...boundsOf(positions),
      },
      {
        bufferView: 2 * i + 1,
        componentType: indices instanceof Uint16Array ? UNSIGNED_SHORT : UNSIGNED_INT,
        count: indices.length,
        type: 'SCALAR',
      },
    ]),
    bufferViews,
    buffers: [{ byteLength }],
  });
}

/** Where the arrays of meshes are, and how many bytes they take together. */
function viewsOf(meshes: readonly JoinedMesh[]) {
  let byteLength = 0;
  const view = (array: { readonly byteLength: number }, target: number) => {
    const byteOffset = byteLength;
    byteLength += array.byteLength + padding(array.byteLength);
    return { buffer: 0, byteOffset, byteLength: array.byteLength, target };
  };
  const bufferViews = meshes.flatMap(({ positions, indices }) => [
    view(positions, ARRAY_BUFFER),
    view(indices, ELEMENT_ARRAY_BUFFER),
  ]);
  return { bufferViews, byteLength };
}

function boundsOf(positions: Float32Array): { readonly min: number[]; readonly max: number[] } {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const axis = i % 3;
    min[axis] = Math.min(min[axis]!, positions[i]!);
    max[axis] = Math.max(max[axis]!, positions[i]!);
  }
  return { min, max };
}

const FLOAT = 5126;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;
const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;
