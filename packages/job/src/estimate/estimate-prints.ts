import type { Mode } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import type { PrintPlan } from '@neurofab/printing';
import type { Plan } from '../plan/plan-job.ts';
import { areOneSize, type CompareOptions, plannedInMode } from './compare-modes.ts';
import { estimatePrint } from './estimate-print.ts';

/** What it takes to print a plan, and what it would take in the other usual mode. */
export interface EstimatedPrints {
  readonly print: PrintPlan;
  /** Left out where it cannot be compared. */
  readonly other?: { readonly mode: Mode; readonly print: PrintPlan };
}

/** Estimates a plan, and what was asked for also in the other of `flat` and `upright`; `undefined` where nothing can be said. */
export function estimatePrints(
  plan: Plan,
  { formats, price }: CompareOptions = {},
): EstimatedPrints | undefined {
  const print = estimatePrint(plan, { price });
  if (print === undefined) return undefined;
  const mode = plan.spec.mode === 'flat' ? 'upright' : 'flat';
  const other = plannedInMode(plan.asked, mode, { formats, price, isRough: !MODE_TRAITS[mode].lies });
  const isAlike = areOneSize([{ mode: plan.spec.mode, plan }, other]);
  return { print, ...(isAlike && other.print !== undefined && { other: { mode, print: other.print } }) };
}
