import { FITTED } from './fitted.ts';
import type { MeasuredLayer, MeasuredSlot } from './measure-layers.ts';
import { countToolChanges, toolOrder } from './tool-order.ts';

/** What layers take. */
export interface Estimate {
  /** Cubic millimetres of filament of each slot, from slot 1, supports among it. */
  readonly filament: readonly number[];
  /** Cubic millimetres of all slots together that are supports. */
  readonly support: number;
  readonly toolChanges: number;
  /** Without what a machine takes to change its tools. */
  readonly seconds: number;
}

export interface EstimateOptions {
  readonly slots: number;
  /** Of a layer of the print, in millimetres. */
  readonly layerHeight: number;
  /** How many layers of the print each of these stands for. */
  readonly layersEach: number;
}

/** Slicers slow down what would be done sooner, since plastic has to cool. */
const LEAST_SECONDS = 15;

/** What a print of measured layers takes, by numbers that were fitted to what PrusaSlicer says. */
export function estimate(
  layers: readonly MeasuredLayer[],
  { slots, layerHeight, layersEach }: EstimateOptions,
): Estimate {
  const height = layerHeight * layersEach;
  const order = toolOrder(layers.map((layer) => layer.slots.map(({ slot }) => slot)));
  const filament = Array.from({ length: slots }, () => 0);
  let support = 0;
  let seconds = 0;
  for (const [i, layer] of layers.entries()) {
    for (const measured of layer.slots) filament[measured.slot - 1]! += height * filledHeight(measured);
    const columns = height * supportHeight(layer);
    support += columns;
    filament[(order[i]![0] ?? 1) - 1]! += columns;
    seconds += layersEach * layerSeconds(layer);
  }
  const toolChanges = countToolChanges(order, layersEach);
  return { filament, support, toolChanges, seconds: seconds + FITTED.seconds.toolChange * toolChanges };
}

/** Square millimetres of a layer that are filament. */
function filledHeight({ walls, solid, sparse }: MeasuredSlot): number {
  const { filled } = FITTED;
  return filled.walls * walls + filled.solid * solid + filled.sparse * sparse;
}

function supportHeight({ support, supportOutline }: MeasuredLayer): number {
  return FITTED.filled.support * support + FITTED.filled.supportOutline * supportOutline;
}

function layerSeconds({ slots, supportOutline }: MeasuredLayer): number {
  const { seconds } = FITTED;
  const model = slots.reduce(
    (sum, { walls, solid, sparse, contours }) =>
      sum +
      seconds.walls * walls +
      seconds.solid * solid +
      seconds.sparse * sparse +
      seconds.contour * contours,
    0,
  );
  const usual = model + seconds.supportOutline * supportOutline;
  return Math.max(usual, Math.min(LEAST_SECONDS, seconds.slowest * usual));
}
