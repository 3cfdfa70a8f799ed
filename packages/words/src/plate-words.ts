import type { Bounds } from '@neurofab/core';
import { formatDecimal } from '@neurofab/core/internal';
import type { PlacedNetwork, PlatePlan, PlateScene } from '@neurofab/job';
import { type Bed, SLICERS } from '@neurofab/printers';
import type { PrintPlan } from '@neurofab/printing';
import { bandRows, type ColorRow, slotRows } from './color-rows.ts';
import { gramsText, printText } from './print-text.ts';
import { sizeText } from './size-text.ts';

/** A plate in words. */
export interface PlateWords {
  /** What lies on it, how large that is, and for which printer. */
  readonly title: string;
  /** What it takes; left out where that cannot be said. */
  readonly print?: string;
  /** Which slot prints what and how much of it, or where to change filament by hand; none where there is one colour. */
  readonly colors: readonly (ColorRow & { readonly grams?: string })[];
  /** For each network its number in the picture, its name, and where it lies. */
  readonly places: readonly (readonly [number: string, name: string, place: string])[];
}

export interface PlateWordsOptions {
  /** Of the plate, from 1. */
  readonly number: number;
  /** What it takes to print; left out where that cannot be said. */
  readonly print?: PrintPlan | undefined;
}

/** What is to be said of a plate, which has a printer. */
export function plateWords(
  { scene, networks, printer }: PlateScene & Pick<PlatePlan, 'printer'>,
  { number, print }: PlateWordsOptions,
): PlateWords {
  const { name, slicer } = printer!;
  const count = networks.length === 1 ? 'one network' : `${networks.length} networks`;
  return {
    title: `Plate ${number}: ${count}, ${sizeText(scene.bounds)}, for ${name} (${SLICERS[slicer].name})`,
    ...(print !== undefined && { print: printText(print) }),
    colors: colorsOf(scene, print),
    places: networks.map((network, i) => [
      String(i + 1),
      nameOf(network),
      placeOf(network, { all: scene.bounds, bed: printer!.bed! }),
    ]),
  };
}

function colorsOf(scene: PlateScene['scene'], print: PrintPlan | undefined): PlateWords['colors'] {
  if (scene.colorBands !== undefined) return bandRows(scene.colorBands);
  const rows = slotRows(scene).toSorted((one, other) => Number(one.label) - Number(other.label));
  if (rows.length === 1) return [];
  return rows.map(({ label, ...row }) => {
    const slot = print?.slots.find((each) => String(each.slot) === label);
    return { ...row, label: `slot ${label}`, ...(slot !== undefined && { grams: gramsText(slot.grams) }) };
  });
}

function nameOf({ name, pieces }: PlacedNetwork): string {
  return pieces === undefined ? name : `${name} (${pieces.join(', ')})`;
}

/** The middle of a network on the bed, on whose middle all that lies there has its own. */
function placeOf(
  { bounds, isTurned }: PlacedNetwork,
  { all, bed }: { readonly all: Bounds; readonly bed: Bed },
): string {
  const along = (axis: 0 | 1, length: number) => {
    const middle = ({ min, max }: Bounds) => (min[axis] + max[axis]) / 2;
    return formatDecimal(middle(bounds) - middle(all) + length / 2, 0);
  };
  const place = `middle ${along(0, bed.x)} mm from the left, ${along(1, bed.y)} mm from the front`;
  return isTurned ? `${place}, turned` : place;
}
