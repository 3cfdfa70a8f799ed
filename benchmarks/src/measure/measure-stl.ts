import { readFileSync, statSync } from 'node:fs';
import type { Measured } from '../contestant.ts';

const PREAMBLE_BYTES = 84;
const FACET_BYTES = 50;

/** See `measureStl`; of what is no plain file, nothing. */
export function measureStlFile(path: string): Measured {
  return statSync(path).isFile() ? measureStl(readFileSync(path)) : {};
}

/** Triangles and signed volume of a binary STL. Throws for what is none. */
export function measureStl(stl: Uint8Array): Measured {
  const view = new DataView(stl.buffer, stl.byteOffset, stl.byteLength);
  const triangles = view.getUint32(80, true);
  if (stl.length !== PREAMBLE_BYTES + FACET_BYTES * triangles) {
    throw new Error(`A binary STL of ${triangles} triangles cannot have ${stl.length} bytes.`);
  }
  let volumeMm3 = 0;
  for (let i = 0; i < triangles; i++) {
    const at = PREAMBLE_BYTES + FACET_BYTES * i + 12;
    const number = (k: number) => view.getFloat32(at + 4 * k, true);
    const [ax, ay, az] = [number(0), number(1), number(2)];
    const [bx, by, bz] = [number(3), number(4), number(5)];
    const [cx, cy, cz] = [number(6), number(7), number(8)];
    volumeMm3 += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
  }
  return { triangles, volumeMm3, bytes: stl.length };
}
