import type { Printer } from './printer.ts';

/** What a printer throws away and how long it takes when it goes on with another filament, about. */
export interface FilamentChange {
  /** Cubic millimetres, on a tower or down a chute. */
  readonly purge: number;
  readonly seconds: number;
  /** A page or slicer profile that says so. */
  readonly source: string;
}

/** The filament that is left in one nozzle is flushed by the next: a mean over the changes between the usual four colours. */
const FLUSHED: FilamentChange = {
  // By the colours, as Bambu Studio and its descendants reckon, with the 107 mm³ that a nozzle holds:
  // https://github.com/SoftFever/OrcaSlicer/blob/179eab1355aa3642b95e8f0dc7801fa202646822/src/libslic3r/FlushVolCalc.cpp
  purge: 373,
  // 29 s to load and 28 s to unload, and 20 s to flush at 20 mm³/s.
  seconds: 77,
  source:
    'https://github.com/SoftFever/OrcaSlicer/blob/04647c22793f4e8ad8270256a2a659e1a744ae31/resources/profiles/BBL/machine/Bambu%20Lab%20P1S%200.4%20nozzle.json',
};

/** One nozzle, and a prime tower: 140 mm³ a change by PrusaSlicer's defaults, and 27 mm³ that its walls took of sliced networks. */
const TOWER: FilamentChange = {
  purge: 167,
  seconds: 40,
  source: 'https://blog.prusa3d.com/mmu3-2024-update-and-dev-diary_96103',
};

/** A nozzle for each filament, which is only wiped: the least that PrusaSlicer lays on a tower. Seconds are a guess, no page tells them. */
const WIPED: FilamentChange = {
  purge: 15,
  seconds: 10,
  source:
    'https://github.com/prusa3d/PrusaSlicer/blob/31f9044e09b2f59f9e9fac2fa3f589c5c9939193/resources/profiles/PrusaResearch.ini',
};

const CHANGES: Readonly<Record<string, FilamentChange>> = {
  AMS: FLUSHED,
  'AMS lite': FLUSHED,
  CFS: FLUSHED,
  'ACE Pro': FLUSHED,
  toolchanger: WIPED,
  'dual extruder': WIPED,
};

/** What a change of filament takes on a printer, an estimate; with a prime tower where its colour system says nothing else. */
export function filamentChange({ colors }: Printer): FilamentChange {
  return CHANGES[colors.system] ?? TOWER;
}
