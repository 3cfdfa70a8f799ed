import type { Bounds, FileBody, Mesh, Placement } from '@neurofab/core';
import { place } from '@neurofab/core/internal';

/** A mesh where it stands. */
export interface PlacedMesh {
  readonly positions: Float32Array | Float64Array;
  readonly indices: Uint32Array;
  readonly bounds: Bounds;
}

/** The mesh of a body, moved to where the file builds it. Where that mirrors it, triangles are turned round, as readers of 3MF do. */
export function placedMesh({
  mesh,
  placement,
}: Pick<FileBody, 'mesh'> & { readonly placement?: Placement | undefined }): PlacedMesh {
  if (placement === undefined) return { ...mesh, bounds: boundsOf(mesh.positions) };
  const positions = placedPositions(mesh, placement);
  const indices = isMirror(placement) ? mesh.indices.toReversed() : mesh.indices;
  return { positions, indices, bounds: boundsOf(positions) };
}

/**
 * Signed volume in cubic millimetres, measured from a corner of its box: finite for all numbers that float32 holds, wherever the mesh stands.
 */
export function placedVolume({ positions, indices, bounds: { min } }: PlacedMesh): number {
  const [x, y, z] = min;
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const a = 3 * indices[i]!;
    const b = 3 * indices[i + 1]!;
    const c = 3 * indices[i + 2]!;
    const ax = positions[a]! - x;
    const ay = positions[a + 1]! - y;
    const az = positions[a + 2]! - z;
    const bx = positions[b]! - x;
    const by = positions[b + 1]! - y;
    const bz = positions[b + 2]! - z;
    const cx = positions[c]! - x;
    const cy = positions[c + 1]! - y;
    const cz = positions[c + 2]! - z;
    sum += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
  return sum / 6;
}

function isMirror(placement: Placement): boolean {
  const axes = placement.slice(0, 9);
  // Divided first, since products of what a file may hold are more than a number can be.
  const most = Math.max(...axes.map(Math.abs));
  const [ax, ay, az, bx, by, bz, cx, cy, cz] = axes.map((value) => value / most) as unknown as Placement;
  return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx) < 0;
}

function placedPositions({ positions }: Mesh, placement: Placement): Float64Array {
  const placed = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    placed.set(place([positions[i]!, positions[i + 1]!, positions[i + 2]!], placement), i);
  }
  return placed;
}

function boundsOf(positions: Float32Array | Float64Array): Bounds {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 3) {
    for (const axis of [0, 1, 2] as const) {
      const value = positions[i + axis]!;
      if (value < min[axis]) min[axis] = value;
      if (value > max[axis]) max[axis] = value;
    }
  }
  return { min, max };
}
