import { type Fault, MODES, type Mode, SpecError } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import type { PlanOptions as PrintOptions, PrintPlan } from '@neurofab/printing';
import type { Asked } from '../asked/asked.ts';
import { refusals } from '../findings/finding.ts';
import { withRemedy } from '../findings/with-remedy.ts';
import { examined } from '../plan/examined.ts';
import { type Plan, type PlanOptions, planJob } from '../plan/plan-job.ts';
import { estimatePrint } from './estimate-print.ts';

/** What becomes of a network in one mode. */
export interface ComparedMode {
  readonly mode: Mode;
  /** Left out where the network cannot lie so. */
  readonly plan?: Plan;
  /** Left out where it is refused, and where nothing can be said. */
  readonly print?: PrintPlan | undefined;
  /** Why the network cannot lie so. */
  readonly faults?: readonly Fault[];
}

export interface CompareOptions extends PlanOptions, PrintOptions {}

/** What was asked for in every mode, whichever one was asked for, with all that can be found in each. */
export function compareModes(asked: Asked, options: CompareOptions = {}): ComparedMode[] {
  return MODES.map((mode) => {
    const compared = plannedInMode(asked, mode, options);
    return compared.plan === undefined ? compared : { ...compared, plan: examined(compared.plan, options) };
  });
}

/** What was asked for in a mode. */
export function plannedInMode(
  asked: Asked,
  mode: Mode,
  { formats, ...print }: CompareOptions = {},
): ComparedMode {
  try {
    const plan = planJob(withRemedy(asked, { mode }), { formats });
    return { mode, plan, print: refusals(plan.findings).length > 0 ? undefined : estimatePrint(plan, print) };
  } catch (error) {
    if (error instanceof SpecError) return { mode, faults: error.faults };
    throw error;
  }
}

/** Whether what was asked for comes out in a mode, as far as is known beforehand. */
export function isSound({ plan }: ComparedMode): boolean {
  return plan?.findings.every(({ level }) => level !== 'refusal' && level !== 'error') === true;
}

/** Whether modes are equally large: what fits a bed in another size takes more or less for that alone. */
export function areOneSize(compared: readonly ComparedMode[]): boolean {
  return new Set(compared.flatMap(({ plan }) => plan?.scale ?? [])).size <= 1;
}

/**
 * Of the modes in which a network comes out and stands, or else of all in which it comes out, that which takes least: filament with what
 * is purged and time, each counted in what the best of all takes. `undefined` where nothing can be said.
 */
export function leastMode(compared: readonly ComparedMode[]): ComparedMode | undefined {
  const sound = compared.filter((each) => each.print !== undefined && isSound(each));
  if (!areOneSize(sound)) return undefined;
  const standing = sound.filter(({ mode }) => !MODE_TRAITS[mode].hasPlate);
  const candidates = standing.length > 0 ? standing : sound;
  const least = (of: (print: PrintPlan) => number) => Math.min(...candidates.map(({ print }) => of(print!)));
  const [grams, minutes] = [least(gramsOf), least((print) => print.minutes)];
  const effort = ({ print }: ComparedMode) => gramsOf(print!) / grams + print!.minutes / minutes;
  return candidates.toSorted((a, b) => effort(a) - effort(b))[0];
}

function gramsOf({ grams, purgeGrams }: PrintPlan): number {
  return grams + purgeGrams;
}
