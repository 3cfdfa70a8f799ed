import type { Mode } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import { type Asked, areOneSize, estimatePrint, type Format, type Plan, plannedInMode } from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';
import { printAsJson, printText } from './words/print-text.ts';

/** What it takes to print what was asked for, and what it would take in the other usual mode. */
export interface EstimatedPrints {
  readonly print: PrintPlan;
  readonly other?: { readonly mode: Mode; readonly print: PrintPlan };
}

/** Estimates a plan, and what was asked for in the other of `flat` and `upright`. */
export function estimatePrints(
  asked: Asked,
  plan: Plan,
  { formats, price }: { readonly formats: readonly Format[]; readonly price: number | undefined },
): EstimatedPrints | undefined {
  const print = estimatePrint(plan, { price });
  if (print === undefined) return undefined;
  const mode = plan.spec.mode === 'flat' ? 'upright' : 'flat';
  const other = plannedInMode(asked, mode, { formats, price, isRough: !MODE_TRAITS[mode].lies });
  const isAlike = areOneSize([{ mode: plan.spec.mode, plan }, other]);
  return { print, ...(isAlike && other.print !== undefined && { other: { mode, print: other.print } }) };
}

/** The same in lines. */
export function printsText(prints: EstimatedPrints | undefined): string[] {
  if (prints === undefined) return [];
  const { print, other } = prints;
  const instead = other && `${other.mode} it would take ${printText(other.print)}`;
  return [printText(print), ...(instead === undefined ? [] : [instead])];
}

/** The same in numbers, for programs. */
export function printsAsJson(prints: EstimatedPrints | undefined): object {
  if (prints === undefined) return {};
  const { print, other } = prints;
  return {
    print: printAsJson(print),
    ...(other !== undefined && { otherMode: { mode: other.mode, print: printAsJson(other.print) } }),
  };
}
