import { joinBounds, NO_BOUNDS } from '../mesh/mesh.ts';
import { crossAxes } from '../mesh/tessellate.ts';
import { sineOfTurn, unitCircle } from '../mesh/unit-circle.ts';
import type { Bounds, Cylinder, Piece, Prism, Solid, Sphere, Vec3 } from './scene.ts';

/** Bounds of the tessellated solids of a piece, what is taken away from them included. */
export function pieceBounds(piece: Piece): Bounds {
  return solidsBounds(solidsOf(piece));
}

function* solidsOf({ nodes, rods, others }: Piece): Generator<Solid> {
  yield* others;
  yield* nodes;
  for (const some of rods) yield* some;
}

/** Bounds of tessellated solids, in double precision and without making their meshes; soonest where those that reach farthest come first. */
export function solidsBounds(solids: Iterable<Solid>): Bounds {
  let bounds = NO_BOUNDS;
  for (const solid of solids) {
    if (!holds(bounds, idealBounds(solid))) bounds = joinBounds(bounds, tessellatedBounds(solid));
  }
  return bounds;
}

function idealBounds(solid: Solid): Bounds {
  if (solid.kind === 'prism') return prismBounds(solid);
  const { radius } = solid;
  const [from, to] = solid.kind === 'sphere' ? [solid.center, solid.center] : [solid.from, solid.to];
  return {
    min: [
      Math.min(from[0], to[0]) - radius,
      Math.min(from[1], to[1]) - radius,
      Math.min(from[2], to[2]) - radius,
    ],
    max: [
      Math.max(from[0], to[0]) + radius,
      Math.max(from[1], to[1]) + radius,
      Math.max(from[2], to[2]) + radius,
    ],
  };
}

function holds(outer: Bounds, inner: Bounds): boolean {
  return [0, 1, 2].every(
    (axis) => outer.min[axis]! <= inner.min[axis]! && outer.max[axis]! >= inner.max[axis]!,
  );
}

function tessellatedBounds(solid: Solid): Bounds {
  switch (solid.kind) {
    case 'sphere':
      return sphereBounds(solid);
    case 'cylinder':
      return cylinderBounds(solid);
    case 'prism':
      return prismBounds(solid);
  }
}

function prismBounds({ from, to }: Prism): Bounds {
  return [...from, ...to].map((corner) => ({ min: corner, max: corner })).reduce(joinBounds);
}

function sphereBounds({ center: [x, y, z], radius, segments, rings }: Sphere): Bounds {
  const { cos, sin } = unitCircle(segments);
  const widest = radius * sineOfTurn(Math.floor(rings / 2), 2 * rings);
  return {
    min: [x + widest * Math.min(...cos), y + widest * Math.min(...sin), z - radius],
    max: [x + widest * Math.max(...cos), y + widest * Math.max(...sin), z + radius],
  };
}

function cylinderBounds({ from, to, radius, segments }: Cylinder): Bounds {
  const { cos, sin } = unitCircle(segments);
  const [across, up] = crossAxes(from, to);
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const most: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const axis of [0, 1, 2] as const) {
    for (let i = 0; i < segments; i++) {
      const offset = radius * (cos[i]! * across[axis] + sin[i]! * up[axis]);
      if (offset < least[axis]) least[axis] = offset;
      if (offset > most[axis]) most[axis] = offset;
    }
  }
  const around = ([x, y, z]: Vec3): Bounds => ({
    min: [x + least[0], y + least[1], z + least[2]],
    max: [x + most[0], y + most[1], z + most[2]],
  });
  return joinBounds(around(from), around(to));
}
