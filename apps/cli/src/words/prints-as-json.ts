import type { EstimatedPrints } from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';

/** The numbers of a print, and of the one in the other usual mode, for programs. */
export function printsAsJson(prints: EstimatedPrints | undefined): object {
  if (prints === undefined) return {};
  const { print, other } = prints;
  return {
    print: printAsJson(print),
    ...(other !== undefined && { otherMode: { mode: other.mode, print: printAsJson(other.print) } }),
  };
}

/** The numbers of a print. */
export function printAsJson(print: PrintPlan): object {
  return { layerHeightMm: round(print.layerHeight), ...totalAsJson(print) };
}

/** The numbers of a print, or of several together. */
export function totalAsJson(print: Omit<PrintPlan, 'layerHeight'>): object {
  const { slots, grams, supportGrams, toolChanges, purgeGrams, minutes, speedOf, isRough } = print;
  return {
    ...{ grams: round(grams), supportGrams: round(supportGrams) },
    ...{ toolChanges, purgeGrams: round(purgeGrams), minutes: round(minutes), speedOf, isRough },
    ...(print.cost !== undefined && { cost: round(print.cost) }),
    slots: slots.map((slot) => ({ slot: slot.slot, grams: round(slot.grams), meters: round(slot.meters) })),
  };
}

/** An estimate has no more digits, and has these on every machine. */
function round(value: number): number {
  return Number(value.toFixed(2));
}
