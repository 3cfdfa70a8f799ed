import type { Mesh } from '@neurofab/core';
import { MAX_DECIMAL_BYTES, putDecimal, putInteger } from './decimal-bytes.ts';
import { encode } from './xml.ts';

interface Meshes {
  readonly meshes: readonly Mesh[];
}

const CHUNK_BYTES = 64 * 1024;

/** Longer than any line of the mesh: three numbers and the markup around them. */
const MAX_LINE_BYTES = 3 * MAX_DECIMAL_BYTES + 64;

/** Told how many lines of the parts were written, tells their share of all. */
export function countLines(
  parts: readonly Meshes[],
  onProgress: (done: number) => void,
): (written: number) => void {
  let lines = 0;
  for (const { meshes } of parts) {
    for (const { positions, indices } of meshes) lines += (positions.length + indices.length) / 3;
  }
  let done = 0;
  return (written) => {
    done += written;
    onProgress(done / lines);
  };
}

/** What stands between `<vertices>` and `</vertices>`, in chunks that hold only until the next is asked for. */
export function* vertexLines(
  parts: readonly Meshes[],
  tell: (written: number) => void,
): Generator<Uint8Array> {
  const bytes = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  let lines = 0;
  for (const { meshes } of parts) {
    for (const { positions } of meshes) {
      for (let i = 0; i < positions.length; i += 3) {
        if (length + MAX_LINE_BYTES > CHUNK_BYTES) {
          yield bytes.subarray(0, length);
          tell(lines);
          length = 0;
          lines = 0;
        }
        length = put(bytes, length, VERTEX_X);
        length = putDecimal(bytes, length, positions[i]!);
        length = put(bytes, length, VERTEX_Y);
        length = putDecimal(bytes, length, positions[i + 1]!);
        length = put(bytes, length, VERTEX_Z);
        length = putDecimal(bytes, length, positions[i + 2]!);
        length = put(bytes, length, VERTEX_END);
        lines++;
      }
    }
  }
  yield bytes.subarray(0, length);
  tell(lines);
}

/**
 * What stands between `<triangles>` and `</triangles>`, in chunks that hold only until the next is asked for. All
 * meshes count their vertices on, as `vertexLines` has them; each triangle ends with its part's `attributes`.
 */
export function* triangleLines(
  parts: readonly (Meshes & { readonly attributes: string })[],
  tell: (written: number) => void,
): Generator<Uint8Array> {
  const bytes = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  let lines = 0;
  let firstVertex = 0;
  for (const { meshes, attributes } of parts) {
    const lineEnd = encode(`"${attributes}/>\n`);
    for (const { positions, indices } of meshes) {
      for (let i = 0; i < indices.length; i += 3) {
        if (length + MAX_LINE_BYTES > CHUNK_BYTES) {
          yield bytes.subarray(0, length);
          tell(lines);
          length = 0;
          lines = 0;
        }
        length = put(bytes, length, TRIANGLE_V1);
        length = putInteger(bytes, length, firstVertex + indices[i]!);
        length = put(bytes, length, TRIANGLE_V2);
        length = putInteger(bytes, length, firstVertex + indices[i + 1]!);
        length = put(bytes, length, TRIANGLE_V3);
        length = putInteger(bytes, length, firstVertex + indices[i + 2]!);
        length = put(bytes, length, lineEnd);
        lines++;
      }
      firstVertex += positions.length / 3;
    }
  }
  yield bytes.subarray(0, length);
  tell(lines);
}

const VERTEX_X = encode('<vertex x="');
const VERTEX_Y = encode('" y="');
const VERTEX_Z = encode('" z="');
const VERTEX_END = encode('"/>\n');
const TRIANGLE_V1 = encode('<triangle v1="');
const TRIANGLE_V2 = encode('" v2="');
const TRIANGLE_V3 = encode('" v3="');

function put(bytes: Uint8Array, at: number, text: Uint8Array): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text[i]!;
  return at + text.length;
}
