import type { Printer } from '../printer.ts';
import type { Machine } from './machine.ts';

const MACHINES = {
  s5: {
    maker: 'UltiMaker',
    bed: { x: 330, y: 240, z: 300 },
    nozzle: 0.4,
    process: 'fdm',
    slicer: 'cura',
    source:
      'https://github.com/Ultimaker/Cura/blob/0152a0429ae2ea3b7871442961d0dce0c180b7cc/resources/definitions/ultimaker_s5.def.json',
  },
} satisfies Record<string, Machine>;

/** UltiMaker's printers, one row for each way to equip one. */
export const ULTIMAKER_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.s5,
    id: 'ultimaker-s5',
    name: 'UltiMaker S5',
    aliases: ['s5', 'um-s5', 'ultimaker'],
    colors: { system: 'dual extruder', slots: 2 },
  },
];
