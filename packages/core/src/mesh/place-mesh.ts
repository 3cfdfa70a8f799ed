import { type Placement, place } from '../scene/placement.ts';
import type { Mesh } from './mesh.ts';

/** The same mesh elsewhere. `placement` turns and moves, and mirrors nothing. */
export function placeMesh({ positions, indices }: Mesh, placement: Placement): Mesh {
  const placed = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    placed.set(place([positions[i]!, positions[i + 1]!, positions[i + 2]!], placement), i);
  }
  return { positions: placed, indices };
}
