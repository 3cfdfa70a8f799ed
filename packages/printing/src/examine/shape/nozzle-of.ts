import type { Machine } from '../check.ts';

/** The usual one, in millimetres. */
const USUAL_NOZZLE = 0.4;

/** The diameter of a printer's nozzle in millimetres; the usual one where it names none. */
export function nozzleOf({ nozzle = USUAL_NOZZLE }: Machine): number {
  return nozzle;
}
