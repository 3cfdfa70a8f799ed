import { networkOf } from '../network/network-of.ts';
import { drawWeights } from '../network/thickness.ts';
import { rememberOf } from '../remember.ts';
import type { Scene, Solid } from '../scene/scene.ts';
import { type NetworkSpec, thicknessOf } from '../spec/network-spec.ts';
import { outermostNodes, type PlacedNodes } from './place-nodes.ts';
import { type Connected, outermostRods, placeRods } from './place-rods.ts';
import { type PartPlan, planParts } from './plan-parts.ts';

/** What a spec says without places. */
export interface Drawn extends Connected {
  /** Its parts in their own colours. */
  readonly plan: PartPlan;
}

/** What comes out in one colour between two heights where colours go by height, with the parts whose colour it could be, the first before others. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly number[];
}

/** What stands where, the same in all colours. */
export type Placed = Pick<Scene, 'pieces' | 'bounds'>;

export const drawnOf: (spec: NetworkSpec) => Drawn = rememberOf((spec: NetworkSpec): Drawn => {
  const network = networkOf(spec);
  const thickness = thicknessOf(spec);
  const connected = { network, drawing: thickness && drawWeights(network, thickness) };
  return { ...connected, plan: planParts(spec, connected) };
});

/** Nodes and rods of a piece. */
export function networkSolids(
  spec: NetworkSpec,
  placed: PlacedNodes,
): Pick<Scene['pieces'][0], 'nodes' | 'rods'> {
  const { plan, ...connected } = drawnOf(spec);
  return {
    nodes: placed.nodes,
    rods: [...placeRods(spec, connected, plan, placed), ...placed.ellipsisRods],
  };
}

/** Nodes and rods that reach as far as all do. */
export function* outermostSolids(spec: NetworkSpec, placed: PlacedNodes): Generator<Solid> {
  const drawn = drawnOf(spec);
  yield* outermostNodes(drawn.network, placed);
  yield* outermostRods(spec, drawn, placed);
}
