import type { NetworkSpec } from '../../spec/network-spec.ts';
import { type Band, drawnOf } from '../drawn.ts';
import { wholeLayers } from './whole-layers.ts';

/** Heights of a plaque above the bed in millimetres, whole layers all. */
export interface Relief {
  /** Of the plate, where bars and discs begin; 0 where there is none. */
  readonly floor: number;
  /** Of the bars. */
  readonly connections: number;
  /** Of the discs, a step each. */
  readonly steps: readonly number[];
}

/**
 * How far what lies on a plate rises, in millimetres and in node radii, whichever is more. In radii, to look the same in every size.
 * But five layers of filament are what it takes to cover another colour, and four what a finger tells apart, however small the
 * network is.
 */
const BARS = { least: 1, ofNode: 1 / 4 };
const STEP = { least: 0.8, ofNode: 1 / 5 };

/** As many as there are colours by default. Further layers take them in turn, as they do those, or their discs would be towers. */
const MOST_STEPS = 8;

/** The step of a layer, from 0. */
export function stepOf(layer: number): number {
  return layer % MOST_STEPS;
}

export function reliefOf({ base, layers, layerHeight, nodeRadius }: NetworkSpec): Relief {
  const rise = ({ least, ofNode }: typeof STEP) =>
    wholeLayers(Math.max(least, ofNode * nodeRadius), layerHeight!);
  const floor = base.shape === 'none' ? 0 : wholeLayers(base.thickness, layerHeight!);
  const connections = floor + rise(BARS);
  const steps = Array.from(
    { length: Math.min(layers.length, MOST_STEPS) },
    (_, i) => connections + (i + 1) * rise(STEP),
  );
  return {
    floor: floor * layerHeight!,
    connections: connections * layerHeight!,
    steps: steps.map((step) => step * layerHeight!),
  };
}

/** The plate, the bars and each step of the discs, with what comes out in one colour where colours go by height. */
export function plaqueBands(spec: NetworkSpec): Band[] {
  const { floor, connections, steps } = reliefOf(spec);
  const { plan } = drawnOf(spec);
  const bands: Band[] = [];
  const add = (to: number, parts: readonly (number | undefined)[]) => {
    const there = parts.filter((part) => part !== undefined);
    if (there.length > 0) bands.push({ from: bands.at(-1)?.to ?? 0, to, parts: there });
  };
  add(floor, [plan.base]);
  add(connections, [plan.connections, plan.negative]);
  for (const [step, top] of steps.entries()) {
    add(
      top,
      plan.layers.filter((_, layer) => stepOf(layer) === step),
    );
  }
  return bands;
}
