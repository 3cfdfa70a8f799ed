import type { Printer } from './printer.ts';
import { type Flavor, SLICERS } from './slicers.ts';

/** The file that a printer wants. */
export interface PrinterFile {
  readonly format: 'stl' | '3mf';
  /** The flavour of 3MF for its slicer, also for those who ask for 3MF where STL would do. */
  readonly flavor: Flavor;
}

/**
 * What to write for a printer: 3MF for filament with more than one slot, otherwise what its slicer takes for one colour, which is
 * STL for all but readers of the 3MF specification. `slots` is how many to use; by default all.
 */
export function fileFor(printer: Printer, slots: number = printer.colors.slots): PrinterFile {
  const { flavor, plainFormat } = SLICERS[printer.slicer];
  return { format: printer.process === 'fdm' && slots > 1 ? '3mf' : plainFormat, flavor };
}
