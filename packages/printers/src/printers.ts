import { ANYCUBIC_PRINTERS } from './makers/anycubic.ts';
import { ANYCUBIC_RESIN_PRINTERS } from './makers/anycubic-resin.ts';
import { BAMBU_LAB_PRINTERS } from './makers/bambu-lab.ts';
import { CREALITY_PRINTERS } from './makers/creality.ts';
import { ELEGOO_PRINTERS } from './makers/elegoo.ts';
import { ELEGOO_RESIN_PRINTERS } from './makers/elegoo-resin.ts';
import { GENERIC_PRINTERS } from './makers/generic.ts';
import { PRUSA_PRINTERS } from './makers/prusa.ts';
import { SNAPMAKER_PRINTERS } from './makers/snapmaker.ts';
import { ULTIMAKER_PRINTERS } from './makers/ultimaker.ts';
import type { Printer } from './printer.ts';

/** The printers that Neurofab knows, one row for each way to equip one. */
export const PRINTERS: readonly Printer[] = [
  ...PRUSA_PRINTERS,
  ...BAMBU_LAB_PRINTERS,
  ...CREALITY_PRINTERS,
  ...SNAPMAKER_PRINTERS,
  ...ANYCUBIC_PRINTERS,
  ...ELEGOO_PRINTERS,
  ...ULTIMAKER_PRINTERS,
  ...ANYCUBIC_RESIN_PRINTERS,
  ...ELEGOO_RESIN_PRINTERS,
  ...GENERIC_PRINTERS,
];
