import { joinBounds, type Mesh } from '../mesh/mesh.ts';
import { IDENTITY, type Placement, place } from '../scene/placement.ts';
import type { Bounds, Piece, Scene, Solid, Vec3 } from '../scene/scene.ts';
import { solidsBounds } from '../scene/scene-bounds.ts';
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

/** The bounds of a scene whose pieces are put together, in millimetres. */
export function assembledBounds({ pieces, bounds }: Scene): Bounds {
  const corners = pieces.flatMap((piece) => {
    const { min, max } = solidsBounds(solidsOf(piece));
    // What a cut takes away lies under the bed.
    const lowest: Vec3 = [min[0], min[1], Math.max(min[2], bounds.min[2])];
    return [lowest, max].map((corner) => place(corner, piece.assembled ?? IDENTITY));
  });
  return corners.map((corner) => ({ min: corner, max: corner })).reduce(joinBounds);
}

function* solidsOf({ nodes, rods, others }: Piece): Generator<Solid> {
  yield* others;
  yield* nodes;
  for (const some of rods) yield* some;
}

/** `placement` turns and moves, and mirrors nothing. */
function placeMesh({ positions, indices }: Mesh, placement: Placement): Mesh {
  const placed = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    placed.set(place([positions[i]!, positions[i + 1]!, positions[i + 2]!], placement), i);
  }
  return { positions: placed, indices };
}
