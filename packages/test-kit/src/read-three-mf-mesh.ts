import type { Mesh } from '@neurofab/core';
import type { MeshText } from './read-three-mf-model.ts';
import { DECIMAL, decimal, must, WHOLE, whole } from './three-mf-rules.ts';

/** A mesh, and the further attributes of its triangles: so many numbers each, in this order. */
export interface ThreeMfMesh {
  readonly mesh: Mesh;
  readonly properties: readonly (readonly number[])[];
}

/** Reads a mesh whose triangles have these attributes, all numbers, beside their vertices, and nothing else. */
export function readThreeMfMesh(
  { vertices, triangles }: MeshText,
  attributes: readonly string[],
): ThreeMfMesh {
  const positions = readVertices(vertices);
  const count = positions.length / 3;
  const number = (name: string) => `${name}="(${WHOLE})"`;
  const pattern = ['<triangle', ...['v1', 'v2', 'v3', ...attributes].map(number)].join(' ');
  const indices: number[] = [];
  const properties: number[][] = [];
  for (const [, ...numbers] of matches(new RegExp(`\\s*${pattern}/>`, 'y'), triangles)) {
    const [a, b, c, ...further] = numbers.map(whole) as [number, number, number, ...number[]];
    must(a < count && b < count && c < count, 'a triangle has a vertex that is not there');
    must(a !== b && b !== c && c !== a, 'a triangle has one vertex twice');
    indices.push(a, b, c);
    properties.push(further);
  }
  return { mesh: { positions, indices: new Uint32Array(indices) }, properties };
}

function readVertices(text: string): Float32Array {
  const line = new RegExp(`\\s*<vertex x="(${DECIMAL})" y="(${DECIMAL})" z="(${DECIMAL})"/>`, 'y');
  const coordinates: number[] = [];
  for (const [, x, y, z] of matches(line, text)) coordinates.push(decimal(x), decimal(y), decimal(z));
  return new Float32Array(coordinates);
}

/** All matches of a sticky pattern, which must cover the text up to white space. */
function* matches(pattern: RegExp, text: string): Generator<string[]> {
  let end = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    end = pattern.lastIndex;
    yield match;
  }
  const rest = text.slice(end, end + 100);
  must(text.slice(end).trim() === '', `what is this in the mesh: ${rest}`);
}
