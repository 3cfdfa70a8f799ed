import type { PrintPlan } from '@neurofab/printing';

/** What several prints take together. */
export type TotalPrint = Omit<PrintPlan, 'layerHeight'>;

/** What prints of one printer take together, one after the other. At least one. */
export function totalPrint(prints: readonly PrintPlan[]): TotalPrint {
  const sum = (of: (print: PrintPlan) => number) => prints.reduce((all, print) => all + of(print), 0);
  const { cost, speedOf } = prints[0]!;
  const slots = [...new Set(prints.flatMap((print) => print.slots.map(({ slot }) => slot)))].toSorted(
    (one, other) => one - other,
  );
  return {
    slots: slots.map((slot) => {
      const own = prints.flatMap((print) => print.slots.filter((each) => each.slot === slot));
      return {
        slot,
        grams: own.reduce((all, { grams }) => all + grams, 0),
        meters: own.reduce((all, { meters }) => all + meters, 0),
      };
    }),
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
