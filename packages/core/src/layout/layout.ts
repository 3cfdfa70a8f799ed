import { drawnShare } from '../network/drawn-share.ts';
import { layerSizes, networkOf } from '../network/network-of.ts';
import { shownInWords } from '../network/shown-in-words.ts';
import { drawWeights } from '../network/thickness.ts';
import { rememberOf } from '../remember.ts';
import type { Piece, Scene, Solid, Vec3 } from '../scene/scene.ts';
import { solidsBounds } from '../scene/scene-bounds.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import { type BaseSolid, baseSolids } from './base-solids.ts';
import { outermostNodes, type PlacedNodes, placeNodes } from './place-nodes.ts';
import { type Connected, outermostRods, placeRods } from './place-rods.ts';
import { type ColorOptions, type PartPlan, planParts } from './plan-parts.ts';

export interface LayoutOptions extends ColorOptions {
  /** `'bed'` moves the model so that its bounds start at the origin; `'model'` has the first layer at x = 0 and every layer centred on z = 0, as the seed does. */
  readonly origin?: 'bed' | 'model' | undefined;
}

/**
 * Where everything stands: layers along x, what is shown of each along z, centred, and the connections between them.
 * Positions follow the seed document, its powers of the node radius written as the spec's lengths.
 *
 * `colorBy` is what parts differ in colour by, `'layer'` if left out; `slots` the most colours, any number if left out, to
 * which more are merged as `fitSlots` says.
 */
export function layout(spec: NetworkSpec, options: LayoutOptions = {}): Scene {
  const { network, drawing } = drawnOf(spec);
  const name = `Neural network with layers ${layerSizes(spec).join(',')}`;
  const share = drawnShare(network, drawing);
  const drawn = share && { share, shown: shownInWords(share) };
  return {
    title: spec.name,
    description: drawn === undefined ? name : `${name}. ${drawn.shown}`,
    ...drawn,
    parts: planParts(spec, { network, drawing }, options).parts,
    ...(options.origin === 'model' ? placedInModel(spec) : placedOnBed(spec)),
    source: spec,
  };
}

/** What a spec says without lengths. */
interface Drawn extends Connected {
  /** Its parts in their own colours. */
  readonly plan: PartPlan;
}

const drawnOf = rememberOf((spec: NetworkSpec): Drawn => {
  const { thickest, thinnest } = spec;
  const network = networkOf(spec);
  const isUniform = thickest === undefined || thinnest === undefined;
  const connected = {
    network,
    drawing: isUniform ? undefined : drawWeights(network, { thickest, thinnest }),
  };
  return { ...connected, plan: planParts(spec, connected) };
});

/** What stands where, the same in all colours. Remembered, since backends ask again whether a scene stands as its spec says. */
type Placed = Pick<Scene, 'pieces' | 'bounds'>;

const placedInModel = rememberOf(placeInModel);

const placedOnBed = rememberOf((spec: NetworkSpec): Placed => {
  const { min, max } = placeInModel(spec).bounds;
  // Zero less zero is no minus zero.
  const offset: Vec3 = [0 - min[0], 0 - min[1], 0 - min[2]];
  return {
    pieces: [toPiece(spec, solidsAt(spec, offset), offset[1])],
    bounds: { min: sum(min, offset), max: sum(max, offset) },
  };
});

function placeInModel(spec: NetworkSpec): Placed {
  const solids = solidsAt(spec, [0, 0, 0]);
  return { pieces: [toPiece(spec, solids, 0)], bounds: solidsBounds(outermost(spec, solids)) };
}

interface PlacedSolids {
  readonly placed: PlacedNodes;
  readonly base: readonly BaseSolid[];
}

function solidsAt(spec: NetworkSpec, offset: Vec3): PlacedSolids {
  const { network, plan } = drawnOf(spec);
  const placed = placeNodes(spec, network, { parts: plan.layers, offset });
  return { placed, base: baseSolids(spec, network, { placed, offset }) };
}

function toPiece(spec: NetworkSpec, { placed, base }: PlacedSolids, mirror: number): Piece {
  const { plan, ...connected } = drawnOf(spec);
  return {
    name: spec.name,
    nodes: placed.nodes,
    rods: [...placeRods(spec, connected, plan, placed), ...placed.ellipsisRods],
    others: base.map((solid) => ({ ...solid, part: plan.base! })),
    mirror,
  };
}

/** Solids that reach as far as all do. */
function* outermost(spec: NetworkSpec, { placed, base }: PlacedSolids): Generator<Solid> {
  const drawn = drawnOf(spec);
  yield* outermostNodes(drawn.network, placed);
  yield* outermostRods(spec, drawn, placed);
  yield* base;
}

function sum(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
