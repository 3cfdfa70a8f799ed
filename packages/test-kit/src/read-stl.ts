import type { Mesh } from '@neurofab/core';

export interface Stl {
  /** The 80-byte header, without the zero bytes that fill it. */
  readonly header: string;
  /** Three corners a triangle, none shared. */
  readonly mesh: Mesh;
}

/** Reads a binary STL. Throws on anything odd: a wrong length, an attribute, a normal that its corners do not have. */
export function readStl(bytes: Uint8Array): Stl {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = String.fromCharCode(...bytes.subarray(0, 80)).replace(/\0+$/, '');
  if (/^\s*solid/i.test(header)) throw new Error('The header claims to be text.');
  const triangles = view.getUint32(80, true);
  if (bytes.length !== 84 + 50 * triangles)
    throw new Error(`${bytes.length} bytes for ${triangles} triangles.`);

  const positions = new Float32Array(9 * triangles);
  for (let i = 0; i < triangles; i++) {
    const numbers = Array.from({ length: 12 }, (_, k) => view.getFloat32(84 + 50 * i + 4 * k, true));
    if (!numbers.every(Number.isFinite)) throw new Error(`Triangle ${i} has a number that is none.`);
    if (view.getUint16(84 + 50 * i + 48, true) !== 0) throw new Error(`Triangle ${i} has an attribute.`);
    positions.set(numbers.slice(3), 9 * i);
    checkNormal(i, numbers);
  }
  return { header, mesh: { positions, indices: Uint32Array.from({ length: 3 * triangles }, (_, i) => i) } };
}

function checkNormal(triangle: number, numbers: readonly number[]): void {
  const point = (k: number) => numbers.slice(3 * k, 3 * k + 3);
  const minus = (a: readonly number[], b: readonly number[]) => a.map((value, axis) => value - b[axis]!);
  const [u, v] = [minus(point(2), point(1)), minus(point(3), point(1))];
  const normal = [0, 1, 2].map((axis) => {
    const [j, k] = [(axis + 1) % 3, (axis + 2) % 3];
    return u[j]! * v[k]! - u[k]! * v[j]!;
  });
  const length = Math.hypot(...normal);
  if (normal.some((value, axis) => Math.abs(value / length - point(0)[axis]!) > 1e-5)) {
    throw new Error(`Triangle ${triangle} has the normal ${point(0)}, but its corners give ${normal}.`);
  }
}
