import type { Printer } from './printer.ts';

export type PaceId = 'steady' | 'quick';

/** How fast printers are by their makers' usual profiles. */
export interface Pace {
  readonly id: PaceId;
  /** The machine whose profile it is. */
  readonly machine: string;
  /** The profile. */
  readonly source: string;
}

/** Walls at 45 mm/s and accelerations of 1 m/s², or at 300 mm/s and 10 m/s². */
export const PACES: Readonly<Record<PaceId, Pace>> = {
  steady: {
    id: 'steady',
    machine: 'Prusa MK3S',
    source:
      'https://github.com/prusa3d/PrusaSlicer-settings/blob/12c3c3ca095a5bb11b3a07cd6d13a5b24659f334/live/PrusaResearch/1.14.2.ini',
  },
  quick: {
    id: 'quick',
    machine: 'Bambu Lab P1S',
    source:
      'https://github.com/SoftFever/OrcaSlicer/blob/4120c64c5e8799eccb20dd32a7734fceddfac49f/resources/profiles/BBL/process/fdm_process_single_0.20.json',
  },
};

/** The pace of a printer; `steady`, which most others beat, where none is known. `isOwn` tells whether it is known to be its own. */
export function paceOf({ id, maker }: Printer): Pace & { readonly isOwn: boolean } {
  if (maker === 'Bambu Lab') return { ...PACES.quick, isOwn: true };
  return { ...PACES.steady, isOwn: id.startsWith('prusa-mk3s') };
}
