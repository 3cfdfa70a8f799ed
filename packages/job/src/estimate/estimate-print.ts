import { type PlanOptions, type PrintPlan, plan as planPrint } from '@neurofab/printing';
import type { Plan } from '../plan/plan-job.ts';

/** What it takes to print a plan: not part of it, since it takes a moment. `undefined` without a printer, and where nothing can be said. */
export function estimatePrint(
  { scene, printer }: Pick<Plan, 'scene' | 'printer'>,
  options: PlanOptions = {},
): PrintPlan | undefined {
  return printer && planPrint(scene, printer, options);
}
