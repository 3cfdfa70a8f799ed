import type { Printer } from '../printer.ts';
import type { Machine } from './machine.ts';
import { ONE_COLOR } from './one-color.ts';
import { ORCA } from './sources.ts';

const PRUSA = { maker: 'Prusa', nozzle: 0.4, process: 'fdm', slicer: 'prusa-slicer' } as const;

// The file has the beds of all of these, and five extruders for their MMU.
const PRUSA_SLICER =
  'https://github.com/prusa3d/PrusaSlicer-settings/blob/12c3c3ca095a5bb11b3a07cd6d13a5b24659f334/live/PrusaResearch/1.14.2.ini';

const MACHINES = {
  // One profile for MINI and MINI+, as for MK3S and MK3S+.
  mini: { ...PRUSA, bed: { x: 180, y: 180, z: 180 }, source: PRUSA_SLICER },
  mk3s: { ...PRUSA, bed: { x: 250, y: 210, z: 210 }, source: PRUSA_SLICER },
  mk4: { ...PRUSA, bed: { x: 250, y: 210, z: 220 }, source: PRUSA_SLICER },
  mk4s: {
    ...PRUSA,
    bed: { x: 250, y: 210, z: 220 },
    source: `${ORCA}/09d419e39a34b05110d9e260e58a6c1bc472defe/resources/profiles/Prusa/machine/fdm_machine_common_mk4s.json`,
  },
  xl: {
    ...PRUSA,
    bed: { x: 360, y: 360, z: 360 },
    source: `${ORCA}/92230de14b2ec678a66c75409d9ac2c8d7a52844/resources/profiles/Prusa/machine/fdm_machine_common_xl.json`,
  },
  coreOne: {
    ...PRUSA,
    bed: { x: 250, y: 220, z: 270 },
    source: `${ORCA}/2304e6a9cd70135d3afda87bfdbe15fa6e6e3b70/resources/profiles/Prusa/machine/Prusa%20CORE%20One%20HF%200.4%20nozzle.json`,
  },
} satisfies Record<string, Machine>;

const XL_TOOLS =
  'https://github.com/prusa3d/PrusaSlicer/blob/31f9044e09b2f59f9e9fac2fa3f589c5c9939193/resources/profiles/PrusaResearch.ini';

/** Prusa's printers, one row for each way to equip one. */
export const PRUSA_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.mini,
    id: 'prusa-mini',
    name: 'Prusa MINI+',
    aliases: ['prusa-mini-plus', 'mini-plus', 'original-prusa-mini'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.mk3s,
    id: 'prusa-mk3s',
    name: 'Prusa MK3S+',
    aliases: ['mk3s', 'mk3s-plus', 'i3-mk3s', 'original-prusa-i3-mk3s'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.mk3s,
    id: 'prusa-mk3s-mmu2s',
    name: 'Prusa MK3S+ with MMU2S',
    aliases: ['mk3s-mmu2s', 'mk3s-mmu2', 'i3-mk3s-mmu2s', 'mmu2s'],
    colors: { system: 'MMU2S', slots: 5 },
  },
  {
    ...MACHINES.mk3s,
    id: 'prusa-mk3s-mmu3',
    name: 'Prusa MK3S+ with MMU3',
    aliases: ['mk3s-mmu3', 'mk3s-mmu', 'i3-mk3s-mmu3'],
    colors: { system: 'MMU3', slots: 5 },
  },
  {
    ...MACHINES.mk4,
    id: 'prusa-mk4',
    name: 'Prusa MK4',
    aliases: ['mk4', 'original-prusa-mk4'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.mk4,
    id: 'prusa-mk4-mmu3',
    name: 'Prusa MK4 with MMU3',
    aliases: ['mk4-mmu3', 'mk4-mmu'],
    colors: { system: 'MMU3', slots: 5 },
  },
  {
    ...MACHINES.mk4s,
    id: 'prusa-mk4s',
    name: 'Prusa MK4S',
    aliases: ['mk4s', 'original-prusa-mk4s'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.mk4s,
    id: 'prusa-mk4s-mmu3',
    name: 'Prusa MK4S with MMU3',
    aliases: ['mk4s-mmu3', 'mk4s-mmu', 'mmu3'],
    colors: {
      system: 'MMU3',
      slots: 5,
      source: 'https://blog.prusa3d.com/development-diary-update-on-mmu3-for-the-mk4_85043/',
    },
  },
  {
    ...MACHINES.xl,
    id: 'prusa-xl',
    name: 'Prusa XL with one tool',
    aliases: ['xl', 'xl-1t', 'prusa-xl-1t'],
    colors: { ...ONE_COLOR, source: XL_TOOLS },
  },
  {
    ...MACHINES.xl,
    id: 'prusa-xl-2t',
    name: 'Prusa XL with two tools',
    aliases: ['xl-2t', 'xl2', 'xl-2-tools'],
    colors: { system: 'toolchanger', slots: 2, source: XL_TOOLS },
  },
  {
    ...MACHINES.xl,
    id: 'prusa-xl-5t',
    name: 'Prusa XL with five tools',
    aliases: ['xl-5t', 'xl5', 'xl-5-tools'],
    colors: { system: 'toolchanger', slots: 5, source: XL_TOOLS },
  },
  {
    ...MACHINES.coreOne,
    id: 'prusa-core-one',
    name: 'Prusa CORE One',
    aliases: ['core-one', 'core-1'],
    colors: ONE_COLOR,
  },
];
