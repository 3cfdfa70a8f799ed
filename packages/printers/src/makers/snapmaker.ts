import type { Printer } from '../printer.ts';
import type { Machine } from './machine.ts';

const MACHINES = {
  // The profile has 2 mm more of height than is sold, and a bed that starts at 0.5, 1.
  u1: {
    maker: 'Snapmaker',
    bed: { x: 270, y: 270, z: 270, center: [135.5, 136] },
    nozzle: 0.4,
    process: 'fdm',
    slicer: 'snapmaker-orca',
    source:
      'https://github.com/Snapmaker/OrcaSlicer/blob/04d9498f9f650091a1aceaa7d9ef8b0162a9d3ee/resources/profiles/Snapmaker/machine/Snapmaker%20U1%20(0.4%20nozzle).json',
  },
} satisfies Record<string, Machine>;

/** Snapmaker's printers, one row for each way to equip one. */
export const SNAPMAKER_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.u1,
    id: 'snapmaker-u1',
    name: 'Snapmaker U1',
    aliases: ['u1', 'snapmaker'],
    colors: { system: 'toolchanger', slots: 4 },
  },
];
