import type { HexColor } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import type { PlannedSlot, PrintPlan } from '@neurofab/printing';

/** What several prints take together. */
export interface TotalPrint extends Omit<PrintPlan, 'layerHeight' | 'slots'> {
  readonly slots: readonly ColoredSlot[];
}

type ColoredPrint = PrintPlan & Pick<TotalPrint, 'slots'>;

/** What is laid down of a slot, and its colour where that is to be told apart. */
export interface ColoredSlot extends PlannedSlot {
  readonly color?: HexColor;
}

/** What a printer is to print. */
export interface PrinterPrint {
  readonly printer: Printer;
  readonly print: ColoredPrint;
}

/** What each printer prints in all, one print after the other. */
export function totalPrints(
  prints: readonly PrinterPrint[],
): { readonly printer: Printer; readonly total: TotalPrint }[] {
  const printers = new Map(prints.map(({ printer }) => [printer.id, printer]));
  return [...printers.values()].map((printer) => {
    const own = prints.filter((each) => each.printer.id === printer.id);
    return { printer, total: totalPrint(own.map(({ print }) => print)) };
  });
}

/** What prints of one printer take together, one after the other: of a slot, as long as it has one colour. At least one. */
function totalPrint(prints: readonly ColoredPrint[]): TotalPrint {
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
