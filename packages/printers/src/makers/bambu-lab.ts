import type { ColorSystem, Printer } from '../printer.ts';
import type { Machine } from './machine.ts';
import { ONE_COLOR } from './one-color.ts';
import { ORCA } from './sources.ts';

const BAMBU_LAB = { maker: 'Bambu Lab', nozzle: 0.4, process: 'fdm', slicer: 'bambu-studio' } as const;
const BAMBU_STUDIO = 'https://github.com/bambulab/BambuStudio/blob';
const BBL_COMMON = `${ORCA}/030aab50686dae861c60856695a2a59b6d6f1937/resources/profiles/BBL/machine/fdm_bbl_3dp_001_common.json`;
// Sold with 256 mm of height, of which the slicer gives 250. It keeps the corner for itself, as `bed_exclude_area`.
const BBL_BED = { x: 256, y: 256, z: 250, corner: [18, 28] } as const;

const MACHINES = {
  a1Mini: {
    ...BAMBU_LAB,
    bed: { x: 180, y: 180, z: 180 },
    source: `${BAMBU_STUDIO}/06ec69743d081c63a00cfee2f52c2116fb37bb40/resources/profiles/BBL/machine/Bambu%20Lab%20A1%20mini%200.4%20nozzle.json`,
  },
  a1: {
    ...BAMBU_LAB,
    bed: { x: 256, y: 256, z: 256 },
    source: `${BAMBU_STUDIO}/05be2458ccfad7940298498f9ae47cd7036bce1d/resources/profiles/BBL/machine/Bambu%20Lab%20A1%200.4%20nozzle.json`,
  },
  p1p: { ...BAMBU_LAB, bed: BBL_BED, source: BBL_COMMON },
  p1s: { ...BAMBU_LAB, bed: BBL_BED, source: BBL_COMMON },
  x1c: { ...BAMBU_LAB, bed: BBL_BED, source: BBL_COMMON },
  x1e: { ...BAMBU_LAB, bed: BBL_BED, source: BBL_COMMON },
  // Sold with 350 × 320 × 325 mm. This is what both nozzles reach, so that any part can have any colour.
  h2d: {
    ...BAMBU_LAB,
    // They reach from 25 to 325 mm along x.
    bed: { x: 300, y: 320, z: 320, center: [175, 160] },
    source: 'https://wiki.bambulab.com/en/h2/manual/printable-range-for-dual-nozzles',
  },
} satisfies Record<string, Machine>;

const AMS_GUIDE = 'https://wiki.bambulab.com/ams/manual/multi-model-AMS-compatibility-guide';
const AMS: ColorSystem = { system: 'AMS', slots: 4, source: AMS_GUIDE };
const FOUR_AMS: ColorSystem = { system: 'AMS', slots: 16, source: AMS_GUIDE };
// One unit is all that an A1 takes.
const AMS_LITE: ColorSystem = {
  system: 'AMS lite',
  slots: 4,
  source: 'https://bambu.martin98.com/en/ams-lite/manual/intro-ams-lite',
};
// Since late 2025 an A1 takes AMS and AMS 2 Pro instead, also several, though no page that was found says how many.
const AMS_OF_A1: ColorSystem = {
  ...AMS,
  source: 'https://github.com/jarczakpawel/BMCU-C-PJARCZAK/issues/133',
};
// Bambu Studio has it in the series X1, with AMS of the usual kind. The guide leaves open how many it takes.
const AMS_OF_X1E: ColorSystem = {
  ...AMS,
  source: `${BAMBU_STUDIO}/0e6c4990b11e0572daaf85b65b4cecd2e4410be5/resources/printers/C13.json`,
};

/** Bambu Lab's printers, one row for each way to equip one. */
export const BAMBU_LAB_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.a1Mini,
    id: 'bambu-a1-mini',
    name: 'Bambu Lab A1 mini',
    aliases: ['a1-mini', 'a1m'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.a1Mini,
    id: 'bambu-a1-mini-ams-lite',
    name: 'Bambu Lab A1 mini with AMS lite',
    aliases: ['a1-mini-ams-lite', 'a1-mini-combo'],
    colors: AMS_LITE,
  },
  {
    ...MACHINES.a1Mini,
    id: 'bambu-a1-mini-ams',
    name: 'Bambu Lab A1 mini with one AMS',
    aliases: ['a1-mini-ams', 'a1-mini-ams-2-pro'],
    colors: AMS_OF_A1,
  },
  { ...MACHINES.a1, id: 'bambu-a1', name: 'Bambu Lab A1', aliases: ['a1'], colors: ONE_COLOR },
  {
    ...MACHINES.a1,
    id: 'bambu-a1-ams-lite',
    name: 'Bambu Lab A1 with AMS lite',
    aliases: ['a1-ams-lite', 'a1-combo'],
    colors: AMS_LITE,
  },
  {
    ...MACHINES.a1,
    id: 'bambu-a1-ams',
    name: 'Bambu Lab A1 with one AMS',
    aliases: ['a1-ams', 'a1-ams-2-pro'],
    colors: AMS_OF_A1,
  },
  { ...MACHINES.p1p, id: 'bambu-p1p', name: 'Bambu Lab P1P', aliases: ['p1p'], colors: ONE_COLOR },
  {
    ...MACHINES.p1p,
    id: 'bambu-p1p-ams',
    name: 'Bambu Lab P1P with one AMS',
    aliases: ['p1p-ams', 'p1p-combo'],
    colors: AMS,
  },
  {
    ...MACHINES.p1p,
    id: 'bambu-p1p-4-ams',
    name: 'Bambu Lab P1P with four AMS',
    aliases: ['p1p-4-ams', 'p1p-four-ams'],
    colors: FOUR_AMS,
  },
  { ...MACHINES.p1s, id: 'bambu-p1s', name: 'Bambu Lab P1S', aliases: ['p1s'], colors: ONE_COLOR },
  {
    ...MACHINES.p1s,
    id: 'bambu-p1s-ams',
    name: 'Bambu Lab P1S with one AMS',
    aliases: ['p1s-ams', 'p1s-combo'],
    colors: AMS,
  },
  {
    ...MACHINES.p1s,
    id: 'bambu-p1s-4-ams',
    name: 'Bambu Lab P1S with four AMS',
    aliases: ['p1s-4-ams', 'p1s-four-ams'],
    colors: FOUR_AMS,
  },
  {
    ...MACHINES.x1c,
    id: 'bambu-x1c',
    name: 'Bambu Lab X1 Carbon',
    aliases: ['x1c', 'x1-carbon', 'x1'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.x1c,
    id: 'bambu-x1c-ams',
    name: 'Bambu Lab X1 Carbon with one AMS',
    aliases: ['x1c-ams', 'x1c-combo', 'x1-carbon-combo', 'x1-carbon-ams', 'x1-ams'],
    colors: AMS,
  },
  {
    ...MACHINES.x1c,
    id: 'bambu-x1c-4-ams',
    name: 'Bambu Lab X1 Carbon with four AMS',
    aliases: ['x1c-4-ams', 'x1c-four-ams'],
    colors: FOUR_AMS,
  },
  { ...MACHINES.x1e, id: 'bambu-x1e', name: 'Bambu Lab X1E', aliases: ['x1e'], colors: ONE_COLOR },
  {
    ...MACHINES.x1e,
    id: 'bambu-x1e-ams',
    name: 'Bambu Lab X1E with one AMS',
    aliases: ['x1e-ams', 'x1e-combo'],
    colors: AMS_OF_X1E,
  },
  // A spool for each nozzle.
  {
    ...MACHINES.h2d,
    id: 'bambu-h2d',
    name: 'Bambu Lab H2D',
    aliases: ['h2d'],
    colors: { system: 'dual extruder', slots: 2 },
  },
  // The units feed one nozzle, a spool the other: unlike the printers with one nozzle, it mixes both in a print.
  {
    ...MACHINES.h2d,
    id: 'bambu-h2d-ams',
    name: 'Bambu Lab H2D with one AMS',
    aliases: ['h2d-ams', 'h2d-combo'],
    colors: { system: 'AMS', slots: 5, source: AMS_GUIDE },
  },
  // 17 in truth, and 25 with eight AMS HT besides, but no file holds more than 16.
  {
    ...MACHINES.h2d,
    id: 'bambu-h2d-4-ams',
    name: 'Bambu Lab H2D with four AMS',
    aliases: ['h2d-4-ams', 'h2d-four-ams'],
    colors: FOUR_AMS,
  },
];
