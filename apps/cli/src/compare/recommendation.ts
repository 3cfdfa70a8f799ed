import { MODE_TRAITS } from '@neurofab/core/internal';
import { areOneSize, type ComparedMode, isSound, leastMode } from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';
import { gramsText, timeText } from '@neurofab/words';

/** Which mode takes least and why, or why none is recommended. */
export function recommendation(compared: readonly ComparedMode[]): string {
  const sound = compared.filter(isSound);
  if (sound.length === 0) return 'None of these can be printed as asked.';
  const least = leastMode(compared);
  if (least === undefined) {
    if (!areOneSize(sound)) {
      return 'Nothing is recommended: --fit makes them of different size, so that what they take tells nothing.';
    }
    return sound.some(({ plan }) => plan?.printer?.process === 'fdm')
      ? 'Nothing is recommended: for so large a network filament and time are not estimated.'
      : 'Nothing is recommended: filament and time are estimated for printers of filament only.';
  }
  const printsOf = (isOnWall: boolean) =>
    sound.flatMap(({ mode, print }) =>
      print === undefined || MODE_TRAITS[mode].hasPlate !== isOnWall ? [] : [print],
    );
  const [standing, hanging] = [printsOf(false), printsOf(true)];
  if (standing.length === 0) {
    return `Recommended: ${least.mode}, for a wall. Nothing that stands can be printed as asked.`;
  }
  const print = least.print!;
  const isLeast = (of: (print: PrintPlan) => number) => of(print) <= Math.min(...standing.map(of));
  const filament = print.purgeGrams > 0 ? 'filament with purge' : 'filament';
  const best = [...(isLeast(gramsOf) ? [filament] : []), ...(isLeast(minutesOf) ? ['time'] : [])];
  const reason = best.length === 0 ? 'filament and time together' : best.join(' and ');
  const less = hanging.filter((other) =>
    [gramsOf, minutesOf].every((of) => of(other) < WORTH_A_WORD * of(print)),
  );
  return [
    `Recommended: ${least.mode}, which takes least ${reason} of what stands.`,
    ...less.map(
      (other) =>
        `For a wall, plaque takes less: ${gramsText(gramsOf(other))} in all, and ${timeText(other.minutes)}.`,
    ),
  ].join(' ');
}

/** So much of what the least takes is less of it. */
const WORTH_A_WORD = 0.9;

function gramsOf({ grams, purgeGrams }: PrintPlan): number {
  return grams + purgeGrams;
}

function minutesOf({ minutes }: PrintPlan): number {
  return minutes;
}
