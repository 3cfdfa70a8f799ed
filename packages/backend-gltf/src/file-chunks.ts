import type { GatheredPart, TakeTurn } from '@neurofab/core/internal';
import { type FileTitle, gltfText } from './gltf-text.ts';
import { joinMeshes } from './join-meshes.ts';
import { padding } from './padding.ts';

/** What a file holds. */
export interface FileContent extends FileTitle {
  readonly parts: readonly GatheredPart[];
}

export interface FileJob {
  readonly turn: TakeTurn;
  /** Told how much of the file is done, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** How much of the work is over once all meshes are joined. */
const JOINED_SHARE = 0.8;

/** Chunks of at most 4 MiB: an abort is heeded between them. */
const CHUNK_BYTES = 2 ** 22;

/** The bytes of a file: a header, a chunk of JSON, and one with the vertices and triangles of each part, one after the other. */
export async function* fileChunks(
  { parts, ...title }: FileContent,
  { turn, onProgress }: FileJob,
): AsyncGenerator<Uint8Array> {
  const joined = [];
  for (const gathered of parts) {
    await turn();
    joined.push({ part: gathered.part, ...joinMeshes(gathered) });
    onProgress((JOINED_SHARE * joined.length) / parts.length);
  }
  const arrays = joined.flatMap(({ positions, indices }) => [positions, indices]);
  const byteLength = arrays.reduce((sum, array) => sum + array.byteLength + padding(array.byteLength), 0);
  yield preamble(gltfText(title, joined), byteLength);
  let done = 0;
  for (const { buffer, byteLength: end } of arrays) {
    for (let start = 0; start < end; start += CHUNK_BYTES) {
      await turn();
      const bytes = new Uint8Array(buffer, start, Math.min(CHUNK_BYTES, end - start));
      yield bytes;
      done += bytes.length;
      onProgress(JOINED_SHARE + ((1 - JOINED_SHARE) * done) / byteLength);
    }
    yield new Uint8Array(padding(end));
    done += padding(end);
  }
  onProgress(1);
}

/** All that stands before the binary chunk's data, whose length is a multiple of 4: the header, the JSON chunk, and the start of that chunk. */
function preamble(json: string, binaryBytes: number): Uint8Array {
  const text = new TextEncoder().encode(json);
  const textBytes = text.length + padding(text.length);
  const bytes = new Uint8Array(12 + 8 + textBytes + 8);
  const view = new DataView(bytes.buffer);
  const numbers = (at: number, ...values: number[]) => {
    for (const [i, value] of values.entries()) view.setUint32(at + 4 * i, value, true);
  };
  numbers(0, MAGIC, 2, bytes.length + binaryBytes);
  numbers(12, textBytes, JSON_CHUNK);
  bytes.set(text, 20);
  bytes.fill(0x20, 20 + text.length, 20 + textBytes);
  numbers(20 + textBytes, binaryBytes, BINARY_CHUNK);
  return bytes;
}

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;
