import type { Printer } from './printer.ts';

/** A printer without what changes its filaments. */
export type Machine = Pick<Printer, 'maker' | 'bed' | 'nozzle' | 'process' | 'slicer' | 'source'>;

type MachineId =
  | 'prusaMk4s'
  | 'prusaXl'
  | 'prusaCoreOne'
  | 'bambuA1Mini'
  | 'bambuA1'
  | 'bambuP1s'
  | 'bambuX1c'
  | 'bambuH2d'
  | 'crealityK2Plus'
  | 'crealityEnder3V3'
  | 'snapmakerU1'
  | 'anycubicKobra3'
  | 'anycubicKobraS1'
  | 'ultimakerS5'
  | 'genericFdm'
  | 'genericResin'
  | 'genericPowder'
  | 'generic3mf';

// Commits rather than branches: these are the files that the numbers were read from.
const ORCA = 'https://github.com/SoftFever/OrcaSlicer/blob';
const BAMBU = 'https://github.com/bambulab/BambuStudio/blob';
const BBL_COMMON = `${ORCA}/030aab50686dae861c60856695a2a59b6d6f1937/resources/profiles/BBL/machine/fdm_bbl_3dp_001_common.json`;
const ENDER_3_V3 = `${ORCA}/71c67861c48cef032f2fae19d9c0766442a287f8/resources/profiles/Creality/machine/Creality%20Ender-3%20V3%200.4%20nozzle.json`;

const PRUSA = { maker: 'Prusa', nozzle: 0.4, process: 'fdm', slicer: 'prusa-slicer' } as const;
const BAMBU_LAB = { maker: 'Bambu Lab', nozzle: 0.4, process: 'fdm', slicer: 'bambu-studio' } as const;
const CREALITY = { maker: 'Creality', nozzle: 0.4, process: 'fdm', slicer: 'creality-print' } as const;
const ANYCUBIC = { maker: 'Anycubic', nozzle: 0.4, process: 'fdm', slicer: 'anycubic-slicer-next' } as const;

/** The machines, with what their slicers allow, which can be less than makers advertise. */
export const MACHINES: Readonly<Record<MachineId, Machine>> = {
  prusaMk4s: {
    ...PRUSA,
    bed: { x: 250, y: 210, z: 220 },
    source: `${ORCA}/09d419e39a34b05110d9e260e58a6c1bc472defe/resources/profiles/Prusa/machine/fdm_machine_common_mk4s.json`,
  },
  prusaXl: {
    ...PRUSA,
    bed: { x: 360, y: 360, z: 360 },
    source: `${ORCA}/92230de14b2ec678a66c75409d9ac2c8d7a52844/resources/profiles/Prusa/machine/fdm_machine_common_xl.json`,
  },
  prusaCoreOne: {
    ...PRUSA,
    bed: { x: 250, y: 220, z: 270 },
    source: `${ORCA}/2304e6a9cd70135d3afda87bfdbe15fa6e6e3b70/resources/profiles/Prusa/machine/Prusa%20CORE%20One%20HF%200.4%20nozzle.json`,
  },
  bambuA1Mini: {
    ...BAMBU_LAB,
    bed: { x: 180, y: 180, z: 180 },
    source: `${BAMBU}/06ec69743d081c63a00cfee2f52c2116fb37bb40/resources/profiles/BBL/machine/Bambu%20Lab%20A1%20mini%200.4%20nozzle.json`,
  },
  bambuA1: {
    ...BAMBU_LAB,
    bed: { x: 256, y: 256, z: 256 },
    source: `${BAMBU}/05be2458ccfad7940298498f9ae47cd7036bce1d/resources/profiles/BBL/machine/Bambu%20Lab%20A1%200.4%20nozzle.json`,
  },
  // Sold with 256 mm of height, of which the slicer gives 250. The corner that it keeps for itself is one that a round base leaves free.
  bambuP1s: { ...BAMBU_LAB, bed: { x: 256, y: 256, z: 250 }, source: BBL_COMMON },
  bambuX1c: { ...BAMBU_LAB, bed: { x: 256, y: 256, z: 250 }, source: BBL_COMMON },
  // Sold with 350 × 320 × 325 mm. This is what both nozzles reach, so that any part can have any colour.
  bambuH2d: {
    ...BAMBU_LAB,
    // They reach from 25 to 325 mm along x.
    bed: { x: 300, y: 320, z: 320, center: [175, 160] },
    source: 'https://wiki.bambulab.com/en/h2/manual/printable-range-for-dual-nozzles',
  },
  crealityK2Plus: {
    ...CREALITY,
    bed: { x: 350, y: 350, z: 350 },
    source:
      'https://github.com/CrealityOfficial/CrealityPrint/blob/24b9395c131a9849724c5bf098cba140a207e877/resources/profiles/Creality/machine/Creality%20K2%20Plus%200.4%20nozzle.json',
  },
  crealityEnder3V3: { ...CREALITY, bed: { x: 220, y: 220, z: 250 }, source: ENDER_3_V3 },
  // The profile has 2 mm more of height than is sold, and a bed that starts at 0.5, 1.
  snapmakerU1: {
    maker: 'Snapmaker',
    bed: { x: 270, y: 270, z: 270, center: [135.5, 136] },
    nozzle: 0.4,
    process: 'fdm',
    slicer: 'snapmaker-orca',
    source:
      'https://github.com/Snapmaker/OrcaSlicer/blob/04d9498f9f650091a1aceaa7d9ef8b0162a9d3ee/resources/profiles/Snapmaker/machine/Snapmaker%20U1%20(0.4%20nozzle).json',
  },
  // The profile's 255 mm less a margin of 2.5 mm all round that it excludes.
  anycubicKobra3: {
    ...ANYCUBIC,
    bed: { x: 250, y: 250, z: 260, center: [127.5, 127.5] },
    source: `${ORCA}/375ee003d2eb30658acae44b8c5e3e5760c4361e/resources/profiles/Anycubic/machine/Anycubic%20Kobra%203%200.4%20nozzle.json`,
  },
  anycubicKobraS1: {
    ...ANYCUBIC,
    bed: { x: 250, y: 250, z: 250 },
    source: `${ORCA}/375ee003d2eb30658acae44b8c5e3e5760c4361e/resources/profiles/Anycubic/machine/Anycubic%20Kobra%20S1%200.4%20nozzle.json`,
  },
  ultimakerS5: {
    maker: 'UltiMaker',
    bed: { x: 330, y: 240, z: 300 },
    nozzle: 0.4,
    process: 'fdm',
    slicer: 'cura',
    source:
      'https://github.com/Ultimaker/Cura/blob/0152a0429ae2ea3b7871442961d0dce0c180b7cc/resources/definitions/ultimaker_s5.def.json',
  },
  // The classic Ender-3 bed, which most desktop printers hold at least.
  genericFdm: {
    maker: 'generic',
    bed: { x: 220, y: 220, z: 250 },
    nozzle: 0.4,
    process: 'fdm',
    slicer: 'any-slicer',
    source: ENDER_3_V3,
  },
  // The class of the Elegoo Saturn 4K.
  genericResin: {
    maker: 'generic',
    bed: { x: 192, y: 120, z: 200 },
    process: 'resin',
    slicer: 'resin-slicer',
    source:
      'https://github.com/prusa3d/PrusaSlicer/blob/b0473b4bd4ddcb9e3be2607538b69280f10d460e/resources/profiles/ElegooSLA.ini',
  },
  // HP's Multi Jet Fusion. SLS machines differ, mostly by being taller.
  genericPowder: {
    maker: 'generic',
    bed: { x: 380, y: 284, z: 380 },
    process: 'powder',
    slicer: 'print-service',
    source: 'https://www.tempus3d.com/hp-multi-jet-fusion-design-guide',
  },
  generic3mf: {
    maker: 'generic',
    process: 'fdm',
    slicer: 'spec-reader',
    source: 'https://github.com/3MFConsortium/spec_core',
  },
};
