import type { Mesh } from '@neurofab/core';
import { putDecimal, putInteger } from './decimal-bytes.ts';
import type { NumberRows } from './deflate/deflate-rows.ts';

interface Meshes {
  readonly meshes: readonly Mesh[];
}

/** Few enough to be near at hand when they are written, and for engines to learn soon what to make of it. */
const BLOCK_NUMBERS = 3 * 1024;

/** What stands between `<vertices>` and `</vertices>`. */
export function vertexRows(parts: readonly Meshes[]): NumberRows {
  return {
    before: ['<vertex x="', '" y="', '" z="'],
    after: '"/>\n',
    blocks: floatBits(parts),
    put: putFloat,
  };
}

const FLOAT = new Float32Array(1);
const BITS = new Int32Array(FLOAT.buffer);

/** One function for all files: engines compile its callers anew for every other. */
function putFloat(bytes: Uint8Array, at: number, bits: number): number {
  BITS[0] = bits;
  return putDecimal(bytes, at, FLOAT[0]!);
}

function* floatBits(parts: readonly Meshes[]): Generator<Int32Array> {
  for (const { meshes } of parts) {
    for (const { positions } of meshes) {
      const numbers = new Int32Array(positions.buffer, positions.byteOffset, positions.length);
      for (let start = 0; start < numbers.length; start += BLOCK_NUMBERS) {
        yield numbers.subarray(start, start + BLOCK_NUMBERS);
      }
    }
  }
}

export interface TriangleOptions {
  /** Of each triangle, with a blank before each; ASCII. */
  readonly attributes: string;
  /** The number of the part's first vertex. */
  readonly firstVertex: number;
}

/**
 * What stands between `<triangles>` and `</triangles>` of one part. All its meshes count their vertices on, as `vertexRows`
 * has them.
 */
export function triangleRows({ meshes }: Meshes, { attributes, firstVertex }: TriangleOptions): NumberRows {
  return {
    before: ['<triangle v1="', '" v2="', '" v3="'],
    after: `"${attributes}/>\n`,
    blocks: vertexNumbers(meshes, firstVertex),
    put: putInteger,
  };
}

function* vertexNumbers(meshes: readonly Mesh[], firstVertex: number): Generator<Int32Array> {
  const block = new Int32Array(BLOCK_NUMBERS);
  let first = firstVertex;
  for (const { positions, indices } of meshes) {
    for (let start = 0; start < indices.length; start += BLOCK_NUMBERS) {
      const count = Math.min(BLOCK_NUMBERS, indices.length - start);
      for (let i = 0; i < count; i++) block[i] = first + indices[start + i]!;
      yield block.subarray(0, count);
    }
    first += positions.length / 3;
  }
}
