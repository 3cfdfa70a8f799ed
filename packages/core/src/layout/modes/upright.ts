import { circleSegments } from '../../mesh/resolution.ts';
import { unitCircle } from '../../mesh/unit-circle.ts';
import type { Piece, Solid, Vec3 } from '../../scene/scene.ts';
import { solidsBounds } from '../../scene/scene-bounds.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { type BaseSolid, baseSolids } from '../base-solids.ts';
import { drawnOf, networkSolids, outermostSolids, type Placed } from '../drawn.ts';
import { type PlacedNodes, placeNodes, upright } from '../place-nodes.ts';
import { inFront, type RoundPlate } from '../text/in-front.ts';
import { type LineSolids, lineSolids } from '../text/line-solids.ts';

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

interface UprightSolids extends LineSolids {
  readonly placed: PlacedNodes;
  readonly base: readonly BaseSolid[];
}

function solidsAt(spec: NetworkSpec, offset: Vec3): UprightSolids {
  const { network, plan } = drawnOf(spec);
  const placed = placeNodes(spec, network, { parts: plan.layers, frame: upright(offset) });
  const base = baseSolids(spec, network, { placed, offset });
  return { placed, base, ...linesOn(spec, base) };
}

/** The disc of a network that has one, with the lowest nodes on it. */
export function discPlate({ nodeRadius, base, resolution }: NetworkSpec): RoundPlate {
  const { radius, segments = circleSegments(radius, resolution) } = base as Disc;
  return { radius: radius * unitCircle(segments, 0.5).cos[0]!, straight: 0, forward: 0, reach: nodeRadius };
}

type Disc = Extract<NetworkSpec['base'], { readonly shape: 'disc' }>;

/** In front of the network, on the disc. */
function linesOn(spec: NetworkSpec, [disc]: readonly BaseSolid[]): LineSolids {
  if (disc === undefined) return { text: [], braille: [] };
  const thickness = disc.to[2] - disc.from[2];
  return lineSolids(spec, inFront(spec, discPlate(spec)), { at: disc.to, thickness });
}

function toPiece(spec: NetworkSpec, { placed, base, text, braille }: UprightSolids, mirror: number): Piece {
  const { plan } = drawnOf(spec);
  return {
    name: spec.name,
    ...networkSolids(spec, placed),
    others: [
      ...[...base, ...braille].map((solid) => ({ ...solid, part: plan.base! })),
      ...(spec.engraved ? [] : text.map((solid) => ({ ...solid, part: plan.text! }))),
    ],
    // Lines are in front alone.
    ...(text.length + braille.length === 0 && { mirror }),
    ...(spec.engraved && text.length > 0 && { voids: text }),
  };
}

function* outermost(spec: NetworkSpec, { placed, base }: UprightSolids): Generator<Solid> {
  yield* outermostSolids(spec, placed);
  yield* base;
}

function sum(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
