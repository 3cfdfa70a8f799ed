import type { Printer } from '../printer.ts';
import type { Machine } from './machine.ts';
import { ONE_COLOR } from './one-color.ts';
import { ENDER_3_V3 } from './sources.ts';

const CREALITY = { maker: 'Creality', nozzle: 0.4, process: 'fdm', slicer: 'creality-print' } as const;

const MACHINES = {
  k2Plus: {
    ...CREALITY,
    bed: { x: 350, y: 350, z: 350 },
    source:
      'https://github.com/CrealityOfficial/CrealityPrint/blob/24b9395c131a9849724c5bf098cba140a207e877/resources/profiles/Creality/machine/Creality%20K2%20Plus%200.4%20nozzle.json',
  },
  ender3V3: { ...CREALITY, bed: { x: 220, y: 220, z: 250 }, source: ENDER_3_V3 },
} satisfies Record<string, Machine>;

const CFS_GUIDE = 'https://sw3defy.github.io/Creality-Helper-Script-Wiki-K2-Plus/helper-script/cfs-k2plus/';

/** Creality's printers, one row for each way to equip one. */
export const CREALITY_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.k2Plus,
    id: 'creality-k2-plus',
    name: 'Creality K2 Plus',
    aliases: ['k2-plus'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.k2Plus,
    id: 'creality-k2-plus-cfs',
    name: 'Creality K2 Plus with one CFS',
    aliases: ['k2-plus-cfs', 'k2-plus-combo', 'k2-combo'],
    colors: { system: 'CFS', slots: 4, source: CFS_GUIDE },
  },
  {
    ...MACHINES.k2Plus,
    id: 'creality-k2-plus-4-cfs',
    name: 'Creality K2 Plus with four CFS',
    aliases: ['k2-plus-4-cfs', 'k2-plus-four-cfs'],
    colors: { system: 'CFS', slots: 16, source: CFS_GUIDE },
  },
  {
    ...MACHINES.ender3V3,
    id: 'creality-ender-3-v3',
    name: 'Creality Ender-3 V3',
    aliases: ['ender-3-v3', 'ender-3', 'ender'],
    colors: ONE_COLOR,
  },
];
