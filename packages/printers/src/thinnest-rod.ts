import type { Printer } from './printer.ts';
import { PROCESSES } from './processes.ts';

/** Two lines of extrusion side by side, each 1.125 nozzles wide as slicers draw them, and a tenth in reserve. */
const NOZZLES_PER_ROD = 2.5;

/** The usual nozzle, in millimetres, for a printer that names none. */
const USUAL_NOZZLE = 0.4;

/**
 * The smallest diameter, in millimetres, of a connection that a printer prints well: 2.5 nozzles of filament (1 mm at the usual
 * 0.4 mm), 0.6 mm of resin, 0.8 mm of powder. `PROCESSES` names the design guides.
 */
export function thinnestRod({ process, nozzle = USUAL_NOZZLE }: Pick<Printer, 'process' | 'nozzle'>): number {
  return PROCESSES[process].thinnestRod ?? NOZZLES_PER_ROD * nozzle;
}
