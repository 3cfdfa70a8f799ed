import { type ModelFile, parseRecipe, SpecError } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import { type Asked, askedIn, planJob, refusals } from '@neurofab/job';
import type { Printer } from '@neurofab/printers';
import { examineLayers, type PrintFinding } from '@neurofab/printing';

/** What the way in which a network lies or stands decides. */
const OF_MODE: readonly PrintFinding['code'][] = ['tips-over', 'islands', 'overhang', 'little-contact'];

/** The findings that the network in a file would not have if it were made anew, lying; none where there is no such network, or the printer does not hold it. */
export function mendedLying({ recipe }: ModelFile, printer: Printer | undefined): PrintFinding['code'][] {
  const asked = recipe === undefined ? undefined : askedLying(recipe);
  if (asked === undefined) return [];
  const plan = planJob({ ...asked, ...(printer !== undefined && { printer: printer.id }) });
  if (refusals(plan.findings).length > 0) return [];
  const left = examineLayers(plan.scene, printer ?? { process: 'fdm' }).map(({ code }) => code);
  return OF_MODE.filter((code) => !left.includes(code));
}

/** What to ask for instead of what stands; `undefined` for what lies, and for what cannot be asked for. */
function askedLying(recipe: string): Asked | undefined {
  try {
    const { spec, settings } = parseRecipe(recipe);
    if (MODE_TRAITS[spec.mode].lies) return undefined;
    return { ...askedIn(settings), network: { ...spec.given, mode: 'flat' } };
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}
