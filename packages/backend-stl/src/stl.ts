import {
  type Backend,
  type Mesh,
  type Scene,
  type Settings,
  SpecError,
  shells,
  shortRecipe,
  VERSION,
} from '@neurofab/core';
import { FACET_BYTES, HEADER_BYTES, PREAMBLE_BYTES } from './binary-layout.ts';

const MAX_TRIANGLES = 0xffff_ffff;

/** Binary STL: all bodies one after another, with facet normals computed from the coordinates as written. */
export function stl(): Backend {
  return {
    id: 'stl',
    label: 'Binary STL',
    extensions: ['.stl'],
    mediaType: 'model/stl',
    async *render(scene, { bodies = shells, settings = {}, ...job } = {}) {
      const stream = await bodies(scene, job);
      if (stream.triangles > MAX_TRIANGLES) {
        const message =
          `An STL file holds at most ${MAX_TRIANGLES} triangles, but this network has ${stream.triangles}. ` +
          'A coarser resolution or fewer nodes gives less.';
        throw new SpecError([{ path: [], message }]);
      }
      yield preamble(stlHeader(scene, settings), stream.triangles);
      for await (const { mesh } of stream) {
        job.signal?.throwIfAborted();
        yield facets(mesh);
      }
    },
  };
}

/** The text of the header: the recipe, as much of it as fits. It never starts with "solid", by which readers tell text STL from binary. */
export function stlHeader({ spec }: Scene, settings: Settings): string {
  return shortRecipe({ neurofab: VERSION, spec, settings }, HEADER_BYTES);
}

function preamble(header: string, triangles: number): Uint8Array {
  const bytes = new Uint8Array(PREAMBLE_BYTES);
  bytes.set(new TextEncoder().encode(header));
  new DataView(bytes.buffer).setUint32(HEADER_BYTES, triangles, true);
  return bytes;
}

function facets({ positions, indices }: Mesh): Uint8Array {
  const triangles = indices.length / 3;
  const bytes = new Uint8Array(triangles * FACET_BYTES);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < triangles; i++) {
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
    const at = i * FACET_BYTES;
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
  return bytes;
}
