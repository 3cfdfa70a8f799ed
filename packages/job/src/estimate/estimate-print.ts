import type { Scene } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import { type PlanOptions, type PrintPlan, plan as planPrint } from '@neurofab/printing';

/** What it takes to print a plan: not part of it, since it takes a moment. `undefined` without a printer, and where nothing can be said. */
export function estimatePrint(
  { scene, printer }: { readonly scene: Scene; readonly printer?: Printer },
  options: PlanOptions = {},
): PrintPlan | undefined {
  return printer && planPrint(scene, printer, options);
}
