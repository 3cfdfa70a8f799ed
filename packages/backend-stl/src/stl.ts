import {
  type Backend,
  type Body,
  countTriangles,
  type Mesh,
  type Scene,
  type Settings,
  SpecError,
  shells,
} from '@neurofab/core';
import { formatCount, recipeOf, shortRecipe, shortRecipeKeeps } from '@neurofab/core/internal';
import { FACET_BYTES, HEADER_BYTES, PREAMBLE_BYTES } from './binary-layout.ts';
import { recipeInHeader } from './read-binary-stl.ts';
import { readStl } from './read-stl.ts';

/** The most triangles of an STL, whose count has 32 bits. */
export const MAX_TRIANGLES = 0xffff_ffff;

/** Binary STL: all bodies one after another, with facet normals computed from the coordinates as written. */
export function stl(): Backend {
  return {
    id: 'stl',
    label: 'Binary STL',
    extensions: ['.stl'],
    mediaType: 'model/stl',
    holds: 'body',
    maxTriangles: MAX_TRIANGLES,
    bytesOf: stlBytes,
    keepsOfRecipe: (scene, settings) => shortRecipeKeeps(stlHeader(scene, settings)),
    recipeInStart: recipeInHeader,
    read: readStl,
    async *render(scene, { bodies = shells, settings = {}, ...job } = {}) {
      const stream = await bodies(scene, job);
      if (stream.triangles > MAX_TRIANGLES) {
        const message =
          `An STL file holds at most ${formatCount(MAX_TRIANGLES)} triangles, but this network has ${formatCount(stream.triangles)}. ` +
          'A coarser resolution or fewer nodes gives less.';
        throw new SpecError([{ path: [], message }]);
      }
      yield preamble(stlHeader(scene, settings), stream.triangles);
      yield* facetBlocks(stream, job.signal);
    },
  };
}

function stlBytes(triangles: number): number {
  return PREAMBLE_BYTES + triangles * FACET_BYTES;
}

/** The text of the header: the recipe, as much of it as fits. It never starts with "solid", by which readers tell text STL from binary. */
function stlHeader(scene: Scene, settings: Settings): string {
  return shortRecipe(recipeOf(scene, settings), HEADER_BYTES);
}

function preamble(header: string, triangles: number): Uint8Array {
  const bytes = new Uint8Array(PREAMBLE_BYTES);
  bytes.set(new TextEncoder().encode(header));
  new DataView(bytes.buffer).setUint32(HEADER_BYTES, triangles, true);
  return bytes;
}

/** The facets of a block, 400 kB: shells come as thousands of small bodies, each of which would be a trip to the disk. */
const BLOCK_FACETS = 8192;

/** All facets, in blocks that small bodies share and large ones cut: each a new array, for its consumer to keep. */
async function* facetBlocks(
  bodies: AsyncIterable<Body>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let block = newBlock();
  let filled = 0;
  for await (const { mesh } of bodies) {
    const triangles = countTriangles(mesh);
    for (let start = 0; start < triangles; ) {
      signal?.throwIfAborted();
      const end = Math.min(triangles, start + BLOCK_FACETS - filled);
      writeFacets(mesh, start, end, new DataView(block.buffer, filled * FACET_BYTES));
      filled += end - start;
      start = end;
      if (filled < BLOCK_FACETS) continue;
      yield block;
      block = newBlock();
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled * FACET_BYTES);
}

function newBlock(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(BLOCK_FACETS * FACET_BYTES);
}

/**
 * Writes the triangles of a mesh from `start` to before `end`. Two other ways, a Float32Array of one facet copied by
 * halves of its numbers since facets are no multiple of four bytes long, took a fifth and a half longer.
 */
function writeFacets({ positions, indices }: Mesh, start: number, end: number, view: DataView): void {
  for (let i = start; i < end; i++) {
    const a = indices[3 * i]! * 3;
    const b = indices[3 * i + 1]! * 3;
    const c = indices[3 * i + 2]! * 3;
    const ax = positions[a]!;
    const ay = positions[a + 1]!;
    const az = positions[a + 2]!;
    const bx = positions[b]!;
    const by = positions[b + 1]!;
    const bz = positions[b + 2]!;
    const cx = positions[c]!;
    const cy = positions[c + 1]!;
    const cz = positions[c + 2]!;
    const nx = (by - ay) * (cz - az) - (bz - az) * (cy - ay);
    const ny = (bz - az) * (cx - ax) - (bx - ax) * (cz - az);
    const nz = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    // The format asks for a zero normal where there is none.
    const scale = length > 0 ? 1 / length : 0;
    const at = (i - start) * FACET_BYTES;
    view.setFloat32(at, nx * scale, true);
    view.setFloat32(at + 4, ny * scale, true);
    view.setFloat32(at + 8, nz * scale, true);
    view.setFloat32(at + 12, ax, true);
    view.setFloat32(at + 16, ay, true);
    view.setFloat32(at + 20, az, true);
    view.setFloat32(at + 24, bx, true);
    view.setFloat32(at + 28, by, true);
    view.setFloat32(at + 32, bz, true);
    view.setFloat32(at + 36, cx, true);
    view.setFloat32(at + 40, cy, true);
    view.setFloat32(at + 44, cz, true);
  }
}
