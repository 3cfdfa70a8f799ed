import type { Printer } from '../printer.ts';
import type { Machine } from './machine.ts';
import { ONE_COLOR } from './one-color.ts';
import { ENDER_3_V3 } from './sources.ts';

const MACHINES = {
  // The classic Ender-3 bed, which most desktop printers hold at least.
  fdm: {
    maker: 'generic',
    bed: { x: 220, y: 220, z: 250 },
    nozzle: 0.4,
    process: 'fdm',
    slicer: 'any-slicer',
    source: ENDER_3_V3,
  },
  // The class of the Elegoo Saturn 4K.
  resin: {
    maker: 'generic',
    bed: { x: 192, y: 120, z: 200 },
    process: 'resin',
    slicer: 'resin-slicer',
    source:
      'https://github.com/prusa3d/PrusaSlicer/blob/b0473b4bd4ddcb9e3be2607538b69280f10d460e/resources/profiles/ElegooSLA.ini',
  },
  // HP's Multi Jet Fusion. SLS machines differ, mostly by being taller.
  powder: {
    maker: 'generic',
    bed: { x: 380, y: 284, z: 380 },
    process: 'powder',
    slicer: 'print-service',
    source: 'https://www.tempus3d.com/hp-multi-jet-fusion-design-guide',
  },
  threeMf: {
    maker: 'generic',
    process: 'fdm',
    slicer: 'spec-reader',
    source: 'https://github.com/3MFConsortium/spec_core',
  },
} satisfies Record<string, Machine>;

/** The printers that stand for those that are not listed: any that prints with filament, resin or powder, or reads 3MF. */
export const GENERIC_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.fdm,
    id: 'generic-fdm',
    name: 'a filament printer with the bed of an Ender-3',
    aliases: ['fdm', 'fff', 'generic'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.resin,
    id: 'generic-resin',
    name: 'a resin printer with the bed of an Elegoo Saturn',
    aliases: ['resin', 'sla'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.powder,
    id: 'generic-powder',
    name: 'a print service with powder (HP Multi Jet Fusion)',
    aliases: ['powder', 'sls', 'mjf', 'print-service'],
    colors: ONE_COLOR,
  },
  // The most that a file holds, since nothing says less.
  {
    ...MACHINES.threeMf,
    id: 'generic-3mf',
    name: 'a reader that goes by the 3MF specification',
    aliases: ['3mf', '3d-builder'],
    colors: { system: 'any', slots: 16 },
  },
];
