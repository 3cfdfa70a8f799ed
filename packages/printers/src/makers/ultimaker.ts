import type { Printer } from '../printer.ts';
import type { Machine } from './machine.ts';

const ULTIMAKER = { maker: 'UltiMaker', nozzle: 0.4, process: 'fdm', slicer: 'cura' } as const;
const DEFINITIONS =
  'https://github.com/Ultimaker/Cura/blob/0152a0429ae2ea3b7871442961d0dce0c180b7cc/resources/definitions';

const MACHINES = {
  s3: { ...ULTIMAKER, bed: { x: 230, y: 190, z: 200 }, source: `${DEFINITIONS}/ultimaker_s3.def.json` },
  s5: { ...ULTIMAKER, bed: { x: 330, y: 240, z: 300 }, source: `${DEFINITIONS}/ultimaker_s5.def.json` },
} satisfies Record<string, Machine>;

/** UltiMaker's printers, one row for each way to equip one. */
export const ULTIMAKER_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.s3,
    id: 'ultimaker-s3',
    name: 'UltiMaker S3',
    aliases: ['s3', 'um-s3'],
    colors: { system: 'dual extruder', slots: 2 },
  },
  {
    ...MACHINES.s5,
    id: 'ultimaker-s5',
    name: 'UltiMaker S5',
    aliases: ['s5', 'um-s5', 'ultimaker'],
    colors: { system: 'dual extruder', slots: 2 },
  },
];
