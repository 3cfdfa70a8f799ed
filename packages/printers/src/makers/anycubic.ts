import type { ColorSystem, Printer } from '../printer.ts';
import type { Machine } from './machine.ts';
import { ORCA } from './sources.ts';

const ANYCUBIC = { maker: 'Anycubic', nozzle: 0.4, process: 'fdm', slicer: 'anycubic-slicer-next' } as const;

const MACHINES = {
  // The profile's 255 mm less a margin of 2.5 mm all round that it excludes.
  kobra3: {
    ...ANYCUBIC,
    bed: { x: 250, y: 250, z: 260, center: [127.5, 127.5] },
    source: `${ORCA}/375ee003d2eb30658acae44b8c5e3e5760c4361e/resources/profiles/Anycubic/machine/Anycubic%20Kobra%203%200.4%20nozzle.json`,
  },
  kobraS1: {
    ...ANYCUBIC,
    bed: { x: 250, y: 250, z: 250 },
    source: `${ORCA}/375ee003d2eb30658acae44b8c5e3e5760c4361e/resources/profiles/Anycubic/machine/Anycubic%20Kobra%20S1%200.4%20nozzle.json`,
  },
} satisfies Record<string, Machine>;

const ACE_PRO: ColorSystem = {
  system: 'ACE Pro',
  slots: 4,
  source: 'https://github.com/MarksMakerSpace/filament-profiles/issues/320',
};

/** Anycubic's printers, one row for each way to equip one. */
export const ANYCUBIC_PRINTERS: readonly Printer[] = [
  {
    ...MACHINES.kobra3,
    id: 'anycubic-kobra-3-combo',
    name: 'Anycubic Kobra 3 Combo with one ACE Pro',
    aliases: ['kobra-3', 'kobra-3-combo', 'kobra-3-ace-pro', 'kobra-3-ace', 'anycubic-kobra-3-ace-pro'],
    colors: ACE_PRO,
  },
  {
    ...MACHINES.kobraS1,
    id: 'anycubic-kobra-s1-combo',
    name: 'Anycubic Kobra S1 Combo with one ACE Pro',
    aliases: ['kobra-s1', 'kobra-s1-combo', 'kobra-s1-ace-pro', 'kobra-s1-ace', 'anycubic-kobra-s1-ace-pro'],
    colors: ACE_PRO,
  },
];
