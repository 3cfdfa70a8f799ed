import type { Printer } from '../printer.ts';
import type { Machine } from './machine.ts';
import { ONE_COLOR } from './one-color.ts';
import { ORCA } from './sources.ts';

const ELEGOO = { maker: 'Elegoo', nozzle: 0.4, process: 'fdm', slicer: 'elegoo-slicer' } as const;

const MACHINES = {
  // The profiles of the four have 5 or 6 mm more along x and y than are sold (https://github.com/NARUTOfzr/Cura-Neptune-TEST/pull/11).
  neptune4: {
    ...ELEGOO,
    bed: { x: 225, y: 225, z: 265, center: [115, 115] },
    source: `${ORCA}/44249363acf0b293c4e332298782b88bfb6a29f1/resources/profiles/Elegoo/machine/EN4SERIES/Elegoo%20Neptune%204%200.4%20nozzle.json`,
  },
  neptune4Pro: {
    ...ELEGOO,
    bed: { x: 225, y: 225, z: 265, center: [115, 115] },
    source: `${ORCA}/44249363acf0b293c4e332298782b88bfb6a29f1/resources/profiles/Elegoo/machine/EN4SERIES/Elegoo%20Neptune%204%20Pro%200.4%20nozzle.json`,
  },
  neptune4Plus: {
    ...ELEGOO,
    bed: { x: 320, y: 320, z: 385, center: [162.5, 162.5] },
    source: `${ORCA}/44249363acf0b293c4e332298782b88bfb6a29f1/resources/profiles/Elegoo/machine/EN4SERIES/Elegoo%20Neptune%204%20Plus%200.4%20nozzle.json`,
  },
  neptune4Max: {
    ...ELEGOO,
    bed: { x: 420, y: 420, z: 480, center: [213, 213] },
    source: `${ORCA}/8b00c38c5b21368cf1cd144cd3379522949922bf/resources/profiles/Elegoo/machine/EN4SERIES/Elegoo%20Neptune%204%20Max%200.4%20nozzle.json`,
  },
  // The profile has 1 mm more each way than is sold. The corner that it excludes is one that a round base leaves free.
  centauriCarbon: {
    ...ELEGOO,
    bed: { x: 256, y: 256, z: 256, center: [128.5, 128.5] },
    source: `${ORCA}/0f83ac35e1617a20b9aa1c41abda6e7ee61da3ea/resources/profiles/Elegoo/machine/ECC/Elegoo%20Centauri%20Carbon%200.4%20nozzle.json`,
  },
} satisfies Record<string, Machine>;

/** Elegoo's printers with filament, one row for each way to equip one. */
export const ELEGOO_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.neptune4,
    id: 'elegoo-neptune-4',
    name: 'Elegoo Neptune 4',
    aliases: ['neptune-4'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.neptune4Pro,
    id: 'elegoo-neptune-4-pro',
    name: 'Elegoo Neptune 4 Pro',
    aliases: ['neptune-4-pro'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.neptune4Plus,
    id: 'elegoo-neptune-4-plus',
    name: 'Elegoo Neptune 4 Plus',
    aliases: ['neptune-4-plus'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.neptune4Max,
    id: 'elegoo-neptune-4-max',
    name: 'Elegoo Neptune 4 Max',
    aliases: ['neptune-4-max'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.centauriCarbon,
    id: 'elegoo-centauri-carbon',
    name: 'Elegoo Centauri Carbon',
    aliases: ['centauri-carbon'],
    colors: ONE_COLOR,
  },
];
