import { countSlots, MODE_TRAITS } from '@neurofab/core/internal';
import type { Plan, PlannedFile } from '@neurofab/job';
import { type Printer, SLICERS } from '@neurofab/printers';
import {
  ANY_CHANGE,
  BEFORE_CHANGES,
  SLICER_GUIDES,
  STL_FOR_EACH_SLOT,
  SUPPORTS_OFF,
  SUPPORTS_ON,
} from './slicer-guides.ts';

/** What to click in a slicer. */
export interface SlicerSteps {
  /** What the slicer is called. */
  readonly slicer: string;
  /** Sentences, with `**` around what stands on the screen, and links as in Markdown: `stepSpans` takes them apart. */
  readonly steps: readonly string[];
}

/** What to click in the slicer of a plan's printer once its files are there; `undefined` where no printer is named, and for files that no slicer opens. */
export function slicerSteps({ printer, scene, files: [file] }: Plan): SlicerSteps | undefined {
  if (printer === undefined || file === undefined || !isPrinted(file)) return undefined;
  const { name } = SLICERS[printer.slicer];
  const isColored = holdsSlots(file) && countSlots(scene.parts) > 1;
  const isByHand = scene.colorBands !== undefined;
  const steps = isByHand ? changeSteps(printer, file) : openSteps(printer, file, isColored);
  if (printer.process !== 'fdm') return { slicer: name, steps };
  const { lies } = MODE_TRAITS[scene.source.mode];
  return { slicer: name, steps: [...steps, ...(lies ? [SUPPORTS_OFF] : supportSteps(printer, isColored))] };
}

function isPrinted({ backend: { holds, isToShow } }: PlannedFile): boolean {
  return holds !== 'source' && isToShow !== true;
}

function holdsSlots({ backend }: PlannedFile): boolean {
  return backend.maxSlots !== undefined;
}

function changeSteps({ slicer }: Printer, file: PlannedFile): string[] {
  const isInFile = SLICERS[slicer].readsColorChanges === true;
  return [...BEFORE_CHANGES, isInFile && !holdsSlots(file) ? ANY_CHANGE : SLICER_GUIDES[slicer].change];
}

function openSteps({ slicer }: Printer, { portion }: PlannedFile, isColored: boolean): readonly string[] {
  if (portion?.slot !== undefined) return STL_FOR_EACH_SLOT;
  return isColored ? SLICER_GUIDES[slicer].slots : SLICER_GUIDES[slicer].oneColor;
}

function supportSteps({ slicer }: Printer, isColored: boolean): string[] {
  const { supports } = SLICER_GUIDES[slicer];
  return [SUPPORTS_ON, ...(isColored && supports !== undefined ? [supports] : [])];
}
