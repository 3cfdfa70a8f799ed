import { layerSizes, networkOf } from '../network/network-of.ts';
import { shownInWords } from '../network/shown-in-words.ts';
import { drawWeights } from '../network/thickness.ts';
import type { Bounds, Piece, Scene, Solid, Vec3 } from '../scene/scene.ts';
import { solidsBounds } from '../scene/scene-bounds.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import { baseSolids } from './base-solids.ts';
import { outermostNodes, placeNodes } from './place-nodes.ts';
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
  const network = networkOf(spec);
  const { thickest, thinnest } = spec;
  const drawing =
    thickest === undefined || thinnest === undefined
      ? undefined
      : drawWeights(network, { thickest, thinnest });
  const connected = { network, drawing };
  const plan = planParts(spec, connected, options);
  const bounds = solidsBounds(outermost(spec, connected, plan));
  const [x, y, z] = options.origin === 'model' ? ORIGIN : bounds.min;
  // Zero less zero is no minus zero.
  const offset: Vec3 = [0 - x, 0 - y, 0 - z];
  const name = `Neural network with layers ${layerSizes(spec).join(',')}`;
  const shown = shownInWords(network, drawing);
  return {
    title: spec.name,
    description: shown === undefined ? name : `${name}. ${shown}`,
    ...(shown !== undefined && { shown }),
    parts: plan.parts,
    pieces: [arrange(spec, connected, plan, offset)],
    bounds: moved(bounds, offset),
    source: spec,
  };
}

const ORIGIN: Vec3 = [0, 0, 0];

function arrange(spec: NetworkSpec, connected: Connected, plan: PartPlan, offset: Vec3): Piece {
  const placed = placeNodes(spec, connected.network, { parts: plan.layers, offset });
  const base = baseSolids(spec, connected.network, offset);
  return {
    name: spec.name,
    nodes: placed.nodes,
    rods: [...placeRods(spec, connected, plan, placed), ...placed.ellipsisRods],
    others: base.map((solid) => ({ ...solid, part: plan.base! })),
    mirror: offset[1],
  };
}

/** Solids that reach as far as all do. */
function* outermost(spec: NetworkSpec, connected: Connected, plan: PartPlan): Generator<Solid> {
  const placed = placeNodes(spec, connected.network, { parts: plan.layers, offset: ORIGIN });
  yield* outermostNodes(connected.network, placed);
  yield* outermostRods(spec, connected, placed);
  yield* baseSolids(spec, connected.network, ORIGIN);
}

function moved({ min, max }: Bounds, [x, y, z]: Vec3): Bounds {
  return {
    min: [min[0] + x, min[1] + y, min[2] + z],
    max: [max[0] + x, max[1] + y, max[2] + z],
  };
}
