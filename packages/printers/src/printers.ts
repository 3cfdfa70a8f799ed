import { MACHINES } from './machines.ts';
import type { ColorSystem, Printer } from './printer.ts';

const AMS_GUIDE = 'https://wiki.bambulab.com/ams/manual/multi-model-AMS-compatibility-guide';

const NONE: ColorSystem = { system: 'none', slots: 1 };
const AMS: ColorSystem = { system: 'AMS', slots: 4, source: AMS_GUIDE };
const FOUR_AMS: ColorSystem = { system: 'AMS', slots: 16, source: AMS_GUIDE };
// One unit is all that an A1 takes; AMS and AMS 2 Pro, which it takes instead since late 2025, hold four spools as well.
const AMS_LITE: ColorSystem = {
  system: 'AMS lite',
  slots: 4,
  source: 'https://bambu.martin98.com/en/ams-lite/manual/intro-ams-lite',
};
const XL_TOOLS =
  'https://github.com/prusa3d/PrusaSlicer/blob/31f9044e09b2f59f9e9fac2fa3f589c5c9939193/resources/profiles/PrusaResearch.ini';
const CFS_GUIDE = 'https://sw3defy.github.io/Creality-Helper-Script-Wiki-K2-Plus/helper-script/cfs-k2plus/';
const ACE_PRO: ColorSystem = {
  system: 'ACE Pro',
  slots: 4,
  source: 'https://github.com/MarksMakerSpace/filament-profiles/issues/320',
};

/** The printers that Neurofab knows, one row for each way to equip one. */
export const PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.prusaMk4s,
    id: 'prusa-mk4s',
    name: 'Prusa MK4S',
    aliases: ['mk4s', 'original-prusa-mk4s'],
    colors: NONE,
  },
  {
    ...MACHINES.prusaMk4s,
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
    ...MACHINES.prusaXl,
    id: 'prusa-xl',
    name: 'Prusa XL with one tool',
    aliases: ['xl', 'xl-1t', 'prusa-xl-1t'],
    colors: { ...NONE, source: XL_TOOLS },
  },
  {
    ...MACHINES.prusaXl,
    id: 'prusa-xl-2t',
    name: 'Prusa XL with two tools',
    aliases: ['xl-2t', 'xl2', 'xl-2-tools'],
    colors: { system: 'toolchanger', slots: 2, source: XL_TOOLS },
  },
  {
    ...MACHINES.prusaXl,
    id: 'prusa-xl-5t',
    name: 'Prusa XL with five tools',
    aliases: ['xl-5t', 'xl5', 'xl-5-tools'],
    colors: { system: 'toolchanger', slots: 5, source: XL_TOOLS },
  },
  {
    ...MACHINES.prusaCoreOne,
    id: 'prusa-core-one',
    name: 'Prusa CORE One',
    aliases: ['core-one', 'core-1'],
    colors: NONE,
  },
  {
    ...MACHINES.bambuA1Mini,
    id: 'bambu-a1-mini',
    name: 'Bambu Lab A1 mini',
    aliases: ['a1-mini', 'a1m'],
    colors: NONE,
  },
  {
    ...MACHINES.bambuA1Mini,
    id: 'bambu-a1-mini-ams-lite',
    name: 'Bambu Lab A1 mini with AMS lite',
    aliases: ['a1-mini-ams-lite', 'a1-mini-ams', 'a1-mini-combo', 'bambu-a1-mini-ams'],
    colors: AMS_LITE,
  },
  { ...MACHINES.bambuA1, id: 'bambu-a1', name: 'Bambu Lab A1', aliases: ['a1'], colors: NONE },
  {
    ...MACHINES.bambuA1,
    id: 'bambu-a1-ams-lite',
    name: 'Bambu Lab A1 with AMS lite',
    aliases: ['a1-ams-lite', 'a1-ams', 'a1-combo', 'bambu-a1-ams'],
    colors: AMS_LITE,
  },
  { ...MACHINES.bambuP1s, id: 'bambu-p1s', name: 'Bambu Lab P1S', aliases: ['p1s'], colors: NONE },
  {
    ...MACHINES.bambuP1s,
    id: 'bambu-p1s-ams',
    name: 'Bambu Lab P1S with one AMS',
    aliases: ['p1s-ams', 'p1s-combo'],
    colors: AMS,
  },
  {
    ...MACHINES.bambuP1s,
    id: 'bambu-p1s-4-ams',
    name: 'Bambu Lab P1S with four AMS',
    aliases: ['p1s-4-ams', 'p1s-four-ams'],
    colors: FOUR_AMS,
  },
  {
    ...MACHINES.bambuX1c,
    id: 'bambu-x1c',
    name: 'Bambu Lab X1 Carbon',
    aliases: ['x1c', 'x1-carbon', 'x1'],
    colors: NONE,
  },
  {
    ...MACHINES.bambuX1c,
    id: 'bambu-x1c-ams',
    name: 'Bambu Lab X1 Carbon with one AMS',
    aliases: ['x1c-ams', 'x1c-combo', 'x1-carbon-combo', 'x1-carbon-ams', 'x1-ams'],
    colors: AMS,
  },
  {
    ...MACHINES.bambuX1c,
    id: 'bambu-x1c-4-ams',
    name: 'Bambu Lab X1 Carbon with four AMS',
    aliases: ['x1c-4-ams', 'x1c-four-ams'],
    colors: FOUR_AMS,
  },
  // A spool for each nozzle.
  {
    ...MACHINES.bambuH2d,
    id: 'bambu-h2d',
    name: 'Bambu Lab H2D',
    aliases: ['h2d'],
    colors: { system: 'dual extruder', slots: 2 },
  },
  // The units feed one nozzle, a spool the other: unlike the printers with one nozzle, it mixes both in a print.
  {
    ...MACHINES.bambuH2d,
    id: 'bambu-h2d-ams',
    name: 'Bambu Lab H2D with one AMS',
    aliases: ['h2d-ams', 'h2d-combo'],
    colors: { system: 'AMS', slots: 5, source: AMS_GUIDE },
  },
  // 17 in truth, and 25 with eight AMS HT besides, but no file holds more than 16.
  {
    ...MACHINES.bambuH2d,
    id: 'bambu-h2d-4-ams',
    name: 'Bambu Lab H2D with four AMS',
    aliases: ['h2d-4-ams', 'h2d-four-ams'],
    colors: FOUR_AMS,
  },
  {
    ...MACHINES.crealityK2Plus,
    id: 'creality-k2-plus',
    name: 'Creality K2 Plus',
    aliases: ['k2-plus'],
    colors: NONE,
  },
  {
    ...MACHINES.crealityK2Plus,
    id: 'creality-k2-plus-cfs',
    name: 'Creality K2 Plus with one CFS',
    aliases: ['k2-plus-cfs', 'k2-plus-combo', 'k2-combo'],
    colors: { system: 'CFS', slots: 4, source: CFS_GUIDE },
  },
  {
    ...MACHINES.crealityK2Plus,
    id: 'creality-k2-plus-4-cfs',
    name: 'Creality K2 Plus with four CFS',
    aliases: ['k2-plus-4-cfs', 'k2-plus-four-cfs'],
    colors: { system: 'CFS', slots: 16, source: CFS_GUIDE },
  },
  {
    ...MACHINES.crealityEnder3V3,
    id: 'creality-ender-3-v3',
    name: 'Creality Ender-3 V3',
    aliases: ['ender-3-v3', 'ender-3', 'ender'],
    colors: NONE,
  },
  {
    ...MACHINES.snapmakerU1,
    id: 'snapmaker-u1',
    name: 'Snapmaker U1',
    aliases: ['u1', 'snapmaker'],
    colors: { system: 'toolchanger', slots: 4 },
  },
  {
    ...MACHINES.anycubicKobra3,
    id: 'anycubic-kobra-3-combo',
    name: 'Anycubic Kobra 3 Combo with one ACE Pro',
    aliases: ['kobra-3', 'kobra-3-combo', 'kobra-3-ace-pro', 'kobra-3-ace', 'anycubic-kobra-3-ace-pro'],
    colors: ACE_PRO,
  },
  {
    ...MACHINES.anycubicKobraS1,
    id: 'anycubic-kobra-s1-combo',
    name: 'Anycubic Kobra S1 Combo with one ACE Pro',
    aliases: ['kobra-s1', 'kobra-s1-combo', 'kobra-s1-ace-pro', 'kobra-s1-ace', 'anycubic-kobra-s1-ace-pro'],
    colors: ACE_PRO,
  },
  {
    ...MACHINES.ultimakerS5,
    id: 'ultimaker-s5',
    name: 'UltiMaker S5',
    aliases: ['s5', 'um-s5', 'ultimaker'],
    colors: { system: 'dual extruder', slots: 2 },
  },
  {
    ...MACHINES.genericFdm,
    id: 'generic-fdm',
    name: 'a filament printer with the bed of an Ender-3',
    aliases: ['fdm', 'fff', 'generic'],
    colors: NONE,
  },
  {
    ...MACHINES.genericResin,
    id: 'generic-resin',
    name: 'a resin printer with the bed of an Elegoo Saturn',
    aliases: ['resin', 'sla'],
    colors: NONE,
  },
  {
    ...MACHINES.genericPowder,
    id: 'generic-powder',
    name: 'a print service with powder (HP Multi Jet Fusion)',
    aliases: ['powder', 'sls', 'mjf', 'print-service'],
    colors: NONE,
  },
  // The most that a file holds, since nothing says less.
  {
    ...MACHINES.generic3mf,
    id: 'generic-3mf',
    name: 'a reader that goes by the 3MF specification',
    aliases: ['3mf', '3d-builder'],
    colors: { system: 'any', slots: 16 },
  },
];
