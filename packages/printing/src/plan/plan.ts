import type { Scene } from '@neurofab/core';
import { countSlots, rememberOf } from '@neurofab/core/internal';
import { filamentChange, PROCESSES, type Printer, paceOf } from '@neurofab/printers';
import { layersOf } from '../layers/layers-of.ts';
import { platesOf } from '../layers/plates-of.ts';
import { type Estimate, type EstimateOptions, estimate } from './estimate.ts';
import { type Fineness, finenessFor } from './fineness.ts';
import { measureLayers } from './measure-layers.ts';

export interface PlanOptions {
  /** Of a kilogram of filament, in any currency; no cost is reckoned if left out. */
  readonly price?: number | undefined;
  /** Cuts the layers of all but small networks three as one, three times as quick: off by another 7 % on average for what stands. */
  readonly isRough?: boolean | undefined;
}

/** What it takes to print a scene, as far as can be said without a slicer. */
export interface PrintPlan {
  /** In millimetres. */
  readonly layerHeight: number;
  /** From slot 1: what is laid down of each, supports among it, but not what is purged. */
  readonly slots: readonly PlannedSlot[];
  /** Of all slots together. */
  readonly grams: number;
  /** How much of that is supports. */
  readonly supportGrams: number;
  readonly toolChanges: number;
  /** What is thrown away when tools are changed. */
  readonly purgeGrams: number;
  /** Changes of tools and supports among it, heating up not. */
  readonly minutes: number;
  /** The machine at whose speed that is, where it is not the printer's own; left out where it is. */
  readonly speedOf?: string;
  /** Of what is laid down and of what is purged; left out where no price is given. */
  readonly cost?: number;
  /** Whether layers were cut several as one, so that all of this is off by another 7 % on average. */
  readonly isRough: boolean;
}

export interface PlannedSlot {
  readonly slot: number;
  readonly grams: number;
  /** Metres of filament. */
  readonly meters: number;
}

/** Grams of a cubic millimetre of PLA, and square millimetres of a filament 1.75 mm thick. */
const DENSITY = 0.00124;
const FILAMENT_AREA = Math.PI * 0.875 ** 2;

/**
 * What a printer of filament takes to print a scene as it lies, fitted to PrusaSlicer with two walls, 15 % grid, supports where it sees
 * fit, and speeds of the printer's pace: docs/printing.md has the errors. `undefined` for resin and powder, which nothing was fitted to,
 * and for scenes of more solids than can be cut into layers in a moment.
 */
export function plan(
  scene: Scene,
  printer: Printer,
  { price, isRough = false }: PlanOptions = {},
): PrintPlan | undefined {
  if (printer.process !== 'fdm') return undefined;
  const layerHeight = scene.source?.layerHeight ?? PROCESSES[printer.process].layerHeight;
  const pace = paceOf(printer);
  const fineness = finenessFor(scene, { layerHeight, isRough });
  if (fineness === undefined) return undefined;
  const plates = estimatesOf(scene, { layerHeight, pace: pace.id, ...fineness });
  const sum = (of: (plate: Estimate) => number) => plates.reduce((total, plate) => total + of(plate), 0);
  const toolChanges = sum((plate) => plate.toolChanges);
  const change = filamentChange(printer);
  const slots = Array.from({ length: countSlots(scene.parts) }, (_, i) => {
    const volume = sum(({ filament }) => filament[i]!);
    return { slot: i + 1, grams: DENSITY * volume, meters: volume / FILAMENT_AREA / 1000 };
  });
  const grams = slots.reduce((sum, slot) => sum + slot.grams, 0);
  const purgeGrams = DENSITY * change.purge * toolChanges;
  return {
    layerHeight,
    slots,
    grams,
    supportGrams: DENSITY * sum(({ support }) => support),
    toolChanges,
    purgeGrams,
    minutes: (sum(({ seconds }) => seconds) + change.seconds * toolChanges) / 60,
    ...(!pace.isOwn && { speedOf: pace.machine }),
    ...(price !== undefined && { cost: ((grams + purgeGrams) / 1000) * price }),
    isRough: fineness.layersEach > 1,
  };
}

type PlateOptions = Fineness & Pick<EstimateOptions, 'layerHeight' | 'pace'>;

// Remembered, since a summary and findings both ask.
const estimatesOf = rememberOf(
  (scene: Scene, options: PlateOptions): Estimate[] =>
    platesOf(scene).map((plate) => estimatePlate(plate, options)),
  ({ layerHeight, pace, cell, layersEach }) => `${layerHeight} ${pace} ${cell} ${layersEach}`,
);

function estimatePlate(scene: Scene, { layerHeight, cell, layersEach, pace }: PlateOptions): Estimate {
  const slots = scene.parts.map(({ slot }) => slot);
  const layers = layersOf(scene, { layerHeight: layersEach * layerHeight, cell });
  const measured = measureLayers(layers, { slots, layersEach });
  return estimate(measured, { slots: countSlots(scene.parts), layerHeight, layersEach, pace });
}
