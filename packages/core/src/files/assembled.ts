import { joinBounds } from '../mesh/mesh.ts';
import { placeMesh } from '../mesh/place-mesh.ts';
import { IDENTITY, place } from '../scene/placement.ts';
import type { Bounds, Scene, Vec3 } from '../scene/scene.ts';
import { pieceBounds } from '../scene/scene-bounds.ts';
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
    const { min, max } = pieceBounds(piece);
    // What a cut takes away lies under the bed.
    const lowest: Vec3 = [min[0], min[1], Math.max(min[2], bounds.min[2])];
    return [lowest, max].map((corner) => place(corner, piece.assembled ?? IDENTITY));
  });
  return corners.map((corner) => ({ min: corner, max: corner })).reduce(joinBounds);
}
