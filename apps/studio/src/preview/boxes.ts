import type { Bounds, Node, Other, Piece, Placement, Vec3 } from '@neurofab/core';
import { IDENTITY, joinBounds, NO_BOUNDS, place } from '@neurofab/core/internal';

/** Where the plate of a number stands, to the right of those before. */
export function besideEachOther(plate: number, pitch: number): Placement {
  // biome-ignore format: a matrix
  return [
    1, 0, 0,
    0, 1, 0,
    0, 0, 1,
    plate * pitch, 0, 0,
  ];
}

/** What pieces take when they are put together, without a look at rods, which lie between nodes. */
export function assembledBox(pieces: readonly Piece[]): Bounds {
  return pieces
    .map(({ nodes, others, assembled = IDENTITY }) => {
      const { min, max } = [...nodes, ...others].map(boxOf).reduce(joinBounds, NO_BOUNDS);
      // What a cut takes away lies under the bed.
      return placedBox({ min: [min[0], min[1], Math.max(min[2], 0)], max }, assembled);
    })
    .reduce(joinBounds);
}

/** The box around a box that was turned by quarters. */
export function placedBox({ min, max }: Bounds, placement: Placement): Bounds {
  return [min, max]
    .map((corner) => place(corner, placement))
    .map((corner): Bounds => ({ min: corner, max: corner }))
    .reduce(joinBounds);
}

function boxOf(solid: Node | Other): Bounds {
  switch (solid.kind) {
    case 'sphere':
      return around([solid.center], solid.radius);
    case 'cylinder':
      return around([solid.from, solid.to], solid.radius);
    case 'prism':
      return around([...solid.from, ...solid.to], 0);
  }
}

function around(points: readonly Vec3[], radius: number): Bounds {
  return points
    .map(
      ([x, y, z]): Bounds => ({
        min: [x - radius, y - radius, z - radius],
        max: [x + radius, y + radius, z + radius],
      }),
    )
    .reduce(joinBounds);
}
