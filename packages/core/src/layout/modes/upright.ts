import type { Piece, Solid, Vec3 } from '../../scene/scene.ts';
import { solidsBounds } from '../../scene/scene-bounds.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { type BaseSolid, baseSolids } from '../base-solids.ts';
import { drawnOf, networkSolids, outermostSolids, type Placed } from '../drawn.ts';
import { type PlacedNodes, placeNodes, upright } from '../place-nodes.ts';

/** As the seed has it: on a disc with posts, the first layer at x = 0 and every layer centred on z = 0. */
export function placeInModel(spec: NetworkSpec): Placed {
  const solids = solidsAt(spec, [0, 0, 0]);
  return { pieces: [toPiece(spec, solids, 0)], bounds: solidsBounds(outermost(spec, solids)) };
}

/** The same, moved so that its bounds start at the origin. */
export function placeOnBed(spec: NetworkSpec): Placed {
  const { min, max } = placeInModel(spec).bounds;
  // Zero less zero is no minus zero.
  const offset: Vec3 = [0 - min[0], 0 - min[1], 0 - min[2]];
  return {
    pieces: [toPiece(spec, solidsAt(spec, offset), offset[1])],
    bounds: { min: sum(min, offset), max: sum(max, offset) },
  };
}

interface UprightSolids {
  readonly placed: PlacedNodes;
  readonly base: readonly BaseSolid[];
}

function solidsAt(spec: NetworkSpec, offset: Vec3): UprightSolids {
  const { network, plan } = drawnOf(spec);
  const placed = placeNodes(spec, network, { parts: plan.layers, frame: upright(offset) });
  return { placed, base: baseSolids(spec, network, { placed, offset }) };
}

function toPiece(spec: NetworkSpec, { placed, base }: UprightSolids, mirror: number): Piece {
  const { plan } = drawnOf(spec);
  return {
    name: spec.name,
    ...networkSolids(spec, placed),
    others: base.map((solid) => ({ ...solid, part: plan.base! })),
    mirror,
  };
}

function* outermost(spec: NetworkSpec, { placed, base }: UprightSolids): Generator<Solid> {
  yield* outermostSolids(spec, placed);
  yield* base;
}

function sum(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
