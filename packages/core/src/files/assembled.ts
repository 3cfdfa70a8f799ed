import type { Mesh } from '../mesh/mesh.ts';
import { type Placement, place } from '../scene/placement.ts';
import type { BodyMaker } from './backend.ts';

/** The bodies of another maker where they go when the pieces are put together. */
export function assembled(maker: BodyMaker): BodyMaker {
  return async (scene, options) => {
    const bodies = await maker(scene, options);
    return {
      triangles: bodies.triangles,
      parts: bodies.parts,
      async *[Symbol.asyncIterator]() {
        for await (const body of bodies) {
          const placement = scene.pieces[body.piece]!.assembled;
          yield placement === undefined ? body : { ...body, mesh: placeMesh(body.mesh, placement) };
        }
      },
    };
  };
}

/** `placement` turns and moves, and mirrors nothing. */
function placeMesh({ positions, indices }: Mesh, placement: Placement): Mesh {
  const placed = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    placed.set(place([positions[i]!, positions[i + 1]!, positions[i + 2]!], placement), i);
  }
  return { positions: placed, indices };
}
