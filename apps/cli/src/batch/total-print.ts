import type { HexColor } from '@neurofab/core';
import type { PlannedSlot, PrintPlan } from '@neurofab/printing';

/** What several prints take together. */
export interface TotalPrint extends Omit<PrintPlan, 'layerHeight' | 'slots'> {
  readonly slots: readonly ColoredSlot[];
}

/** What is laid down of a slot, and its colour where that is to be told apart. */
export interface ColoredSlot extends PlannedSlot {
  readonly color?: HexColor;
}

/** What prints of one printer take together, one after the other: of a slot, as long as it has one colour. At least one. */
export function totalPrint(prints: readonly (PrintPlan & Pick<TotalPrint, 'slots'>)[]): TotalPrint {
  const sum = (of: (print: PrintPlan) => number) => prints.reduce((all, print) => all + of(print), 0);
  const { cost, speedOf } = prints[0]!;
  const slots = new Map<string, ColoredSlot>();
  for (const slot of prints.flatMap((print) => print.slots)) {
    const key = `${slot.slot} ${slot.color}`;
    const { grams = 0, meters = 0 } = slots.get(key) ?? {};
    slots.set(key, { ...slot, grams: grams + slot.grams, meters: meters + slot.meters });
  }
  return {
    slots: [...slots.values()].toSorted((one, other) => one.slot - other.slot),
    grams: sum(({ grams }) => grams),
    supportGrams: sum(({ supportGrams }) => supportGrams),
    toolChanges: sum(({ toolChanges }) => toolChanges),
    purgeGrams: sum(({ purgeGrams }) => purgeGrams),
    minutes: sum(({ minutes }) => minutes),
    ...(speedOf !== undefined && { speedOf }),
    ...(cost !== undefined && { cost: sum((print) => print.cost ?? 0) }),
    isRough: prints.some(({ isRough }) => isRough),
  };
}
