import type { PaceId } from '@neurofab/printers';
import { FITTED, type Fitted } from './fitted.ts';
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
  readonly pace: PaceId;
  /** `FITTED` if left out. */
  readonly fitted?: Fitted | undefined;
}

/** Slicers slow down a layer that would be done sooner, since plastic has to cool: each profile has its own patience. */
const LEAST_SECONDS = { steady: 15, quick: 4 } as const satisfies Record<PaceId, number>;

/** What a print of measured layers takes, by numbers that were fitted to what PrusaSlicer says. */
export function estimate(
  layers: readonly MeasuredLayer[],
  { slots, layerHeight, layersEach, pace, fitted = FITTED }: EstimateOptions,
): Estimate {
  const height = layerHeight * layersEach;
  const order = toolOrder(layers.map((layer) => layer.slots.map(({ slot }) => slot)));
  const filament = Array.from({ length: slots }, () => 0);
  let support = 0;
  let seconds = 0;
  for (const [i, layer] of layers.entries()) {
    for (const measured of layer.slots) filament[measured.slot - 1]! += height * filledArea(measured, fitted);
    const columns = height * supportArea(layer, fitted);
    support += columns;
    filament[(order[i]![0] ?? 1) - 1]! += columns;
    seconds += layersEach * layerSeconds(layer, fitted, pace);
  }
  const toolChanges = countToolChanges(order, layersEach);
  return { filament, support, toolChanges, seconds: seconds + fitted.seconds[pace].toolChange * toolChanges };
}

/** Square millimetres that are filament. */
function filledArea({ walls, solid, bridges, sparse }: MeasuredSlot, { filled }: Fitted): number {
  return filled.walls * walls + filled.solid * solid + filled.bridges * bridges + filled.sparse * sparse;
}

function supportArea({ support, supportOutline }: MeasuredLayer, { filled }: Fitted): number {
  return filled.support * support + filled.supportOutline * supportOutline;
}

function layerSeconds(
  { slots, support, supportOutline }: MeasuredLayer,
  fitted: Fitted,
  pace: PaceId,
): number {
  const seconds = fitted.seconds[pace];
  let usual = seconds.support * support + seconds.supportOutline * supportOutline;
  for (const { walls, solid, bridges, sparse, turns, contours } of slots) {
    // A grid is laid down as fast as what is solid, only less of it.
    usual += seconds.walls * walls + seconds.solid * (solid + fitted.filled.sparse * sparse);
    usual += seconds.bridges * bridges + seconds.turns * turns + seconds.contour * contours;
  }
  return Math.max(usual, Math.min(LEAST_SECONDS[pace], seconds.slowest * usual));
}
