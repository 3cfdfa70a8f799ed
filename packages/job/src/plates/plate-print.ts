import { countSlots } from '@neurofab/core/internal';
import type { PrintPlan } from '@neurofab/printing';
import type { PrinterPrint } from '../estimate/total-prints.ts';
import type { PlatePlan } from './plan-plate.ts';

/** What is printed of a plate, with the colour of each slot. */
export function platePrint({ scene: { parts }, printer }: PlatePlan, print: PrintPlan): PrinterPrint {
  // Where there is one slot, its filament is nobody's choice, or changed by hand.
  const isColored = countSlots(parts) > 1;
  const slots = print.slots.map((slot) => ({
    ...slot,
    ...(isColored && { color: parts.find((part) => part.slot === slot.slot)!.color }),
  }));
  return { printer, print: { ...print, slots } };
}
