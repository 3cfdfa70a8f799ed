import type { ColorSystem, Printer } from '../printer.ts';
import type { Machine } from './machine.ts';
import { ONE_COLOR } from './one-color.ts';
import { ORCA } from './sources.ts';

const ANYCUBIC = { maker: 'Anycubic', nozzle: 0.4, process: 'fdm', slicer: 'anycubic-slicer-next' } as const;

const MACHINES = {
  kobra2: {
    ...ANYCUBIC,
    bed: { x: 220, y: 220, z: 250 },
    source: `${ORCA}/16466309378ed19ecc07cb45be7c926d9d62ba3b/resources/profiles/Anycubic/machine/Anycubic%20Kobra%202%200.4%20nozzle.json`,
  },
  kobra2Neo: {
    ...ANYCUBIC,
    bed: { x: 220, y: 220, z: 250 },
    source: `${ORCA}/4bf0335193b2956a49597e36fbde4af51690baae/resources/profiles/Anycubic/machine/Anycubic%20Kobra%202%20Neo%200.4%20nozzle.json`,
  },
  kobra2Pro: {
    ...ANYCUBIC,
    bed: { x: 220, y: 220, z: 250 },
    source: `${ORCA}/1da135007e9916086b5e2c79bf8ef9899a012061/resources/profiles/Anycubic/machine/Anycubic%20Kobra%202%20Pro%200.4%20nozzle.json`,
  },
  kobra2Plus: {
    ...ANYCUBIC,
    bed: { x: 320, y: 320, z: 400 },
    source: `${ORCA}/951f503a708be0f54f7c31a21a83ea5c8795919a/resources/profiles/Anycubic/machine/Anycubic%20Kobra%202%20Plus%200.4%20nozzle.json`,
  },
  kobra2Max: {
    ...ANYCUBIC,
    bed: { x: 420, y: 420, z: 500 },
    source: `${ORCA}/890d63d42a004cbda4b291b6351eda7c1b909fd0/resources/profiles/Anycubic/machine/Anycubic%20Kobra%202%20Max%200.4%20nozzle.json`,
  },
  // The profile's 255 mm less a margin of 2.5 mm all round that it excludes.
  kobra3: {
    ...ANYCUBIC,
    bed: { x: 250, y: 250, z: 260, center: [127.5, 127.5] },
    source: `${ORCA}/375ee003d2eb30658acae44b8c5e3e5760c4361e/resources/profiles/Anycubic/machine/Anycubic%20Kobra%203%200.4%20nozzle.json`,
  },
  // The same bed, of which this profile excludes nothing.
  kobra3V2: {
    ...ANYCUBIC,
    bed: { x: 250, y: 250, z: 260, center: [127.5, 127.5] },
    source:
      'https://github.com/lukasz-pekala/AnycubicSlicerNext/blob/c8955cedebc6d07164294c301b5da920e85a2c43/resources/profiles/Anycubic/machine/Anycubic%20Kobra%203%20V2%200.4%20nozzle.json',
  },
  // The profile's 426 mm less a margin of 3 mm left and right that it excludes, and 1 mm less of height, as it is sold.
  kobra3Max: {
    ...ANYCUBIC,
    bed: { x: 420, y: 420, z: 500, center: [213, 210] },
    source: `${ORCA}/3d05d1dc240a0d30d4058e328f88bc390fd8ec4d/resources/profiles/Anycubic/machine/Anycubic%20Kobra%203%20Max%200.4%20nozzle.json`,
  },
  kobraS1: {
    ...ANYCUBIC,
    bed: { x: 250, y: 250, z: 250 },
    source: `${ORCA}/375ee003d2eb30658acae44b8c5e3e5760c4361e/resources/profiles/Anycubic/machine/Anycubic%20Kobra%20S1%200.4%20nozzle.json`,
  },
} satisfies Record<string, Machine>;

// One holds four spools on every printer. That a Kobra 3 V2 and a Kobra 3 Max take one:
// https://github.com/Nino6689/hass-anycubic/issues/3, https://github.com/OrcaSlicer/OrcaSlicer/pull/11653
const ACE_PRO: ColorSystem = {
  system: 'ACE Pro',
  slots: 4,
  source: 'https://github.com/MarksMakerSpace/filament-profiles/issues/320',
};
const TWO_ACE_PRO: ColorSystem = {
  system: 'ACE Pro',
  slots: 8,
  source: 'https://github.com/Nino6689/hass-anycubic/issues/33',
};

/** Anycubic's printers with filament, one row for each way to equip one. */
export const ANYCUBIC_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.kobra2,
    id: 'anycubic-kobra-2',
    name: 'Anycubic Kobra 2',
    aliases: ['kobra-2'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra2Neo,
    id: 'anycubic-kobra-2-neo',
    name: 'Anycubic Kobra 2 Neo',
    aliases: ['kobra-2-neo'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra2Pro,
    id: 'anycubic-kobra-2-pro',
    name: 'Anycubic Kobra 2 Pro',
    aliases: ['kobra-2-pro'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra2Plus,
    id: 'anycubic-kobra-2-plus',
    name: 'Anycubic Kobra 2 Plus',
    aliases: ['kobra-2-plus'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra2Max,
    id: 'anycubic-kobra-2-max',
    name: 'Anycubic Kobra 2 Max',
    aliases: ['kobra-2-max'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra3,
    id: 'anycubic-kobra-3',
    name: 'Anycubic Kobra 3',
    aliases: ['kobra-3'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra3,
    id: 'anycubic-kobra-3-combo',
    name: 'Anycubic Kobra 3 Combo with one ACE Pro',
    aliases: ['kobra-3-combo', 'kobra-3-ace-pro', 'kobra-3-ace', 'anycubic-kobra-3-ace-pro'],
    colors: ACE_PRO,
  },
  {
    ...MACHINES.kobra3V2,
    id: 'anycubic-kobra-3-v2',
    name: 'Anycubic Kobra 3 V2',
    aliases: ['kobra-3-v2'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra3V2,
    id: 'anycubic-kobra-3-v2-combo',
    name: 'Anycubic Kobra 3 V2 Combo with one ACE Pro',
    aliases: ['kobra-3-v2-combo', 'kobra-3-v2-ace-pro', 'kobra-3-v2-ace'],
    colors: ACE_PRO,
  },
  {
    ...MACHINES.kobra3Max,
    id: 'anycubic-kobra-3-max',
    name: 'Anycubic Kobra 3 Max',
    aliases: ['kobra-3-max'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobra3Max,
    id: 'anycubic-kobra-3-max-combo',
    name: 'Anycubic Kobra 3 Max Combo with one ACE Pro',
    aliases: ['kobra-3-max-combo', 'kobra-3-max-ace-pro', 'kobra-3-max-ace'],
    colors: ACE_PRO,
  },
  {
    ...MACHINES.kobraS1,
    id: 'anycubic-kobra-s1',
    name: 'Anycubic Kobra S1',
    aliases: ['kobra-s1'],
    colors: ONE_COLOR,
  },
  {
    ...MACHINES.kobraS1,
    id: 'anycubic-kobra-s1-combo',
    name: 'Anycubic Kobra S1 Combo with one ACE Pro',
    aliases: ['kobra-s1-combo', 'kobra-s1-ace-pro', 'kobra-s1-ace', 'anycubic-kobra-s1-ace-pro'],
    colors: ACE_PRO,
  },
  {
    ...MACHINES.kobraS1,
    id: 'anycubic-kobra-s1-2-ace-pro',
    name: 'Anycubic Kobra S1 with two ACE Pro',
    aliases: ['kobra-s1-2-ace-pro', 'kobra-s1-2-ace', 'kobra-s1-two-ace-pro'],
    colors: TWO_ACE_PRO,
  },
];
