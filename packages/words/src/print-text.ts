import { formatCount, formatDecimal } from '@neurofab/core/internal';
import type { EstimatedPrints } from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';

/** What a plan takes to print, and what it would take in the other usual mode, a line each. */
export function printsText(prints: EstimatedPrints | undefined): string[] {
  if (prints === undefined) return [];
  const { print, other } = prints;
  return [
    printText(print),
    ...(other === undefined ? [] : [`${other.mode} it would take ${printText(other.print)}`]),
  ];
}

/**
 * What a print takes: `about 71 g (19 g of it supports), 10 h, 750 tool changes (+ 347 g of purge)`; with its cost if a price is given.
 * What was reckoned roughly has two digits.
 */
export function printText(print: Omit<PrintPlan, 'layerHeight'>): string {
  const { supportGrams, minutes, speedOf, cost, isRough } = print;
  const digits = isRough ? inTwoDigits : (value: number) => value;
  const grams = (weight: number) => gramsText(digits(weight));
  const supports = supportGrams < LEAST_GRAMS ? '' : ` (${grams(supportGrams)} of it supports)`;
  return [
    `about ${grams(print.grams)}${supports}`,
    speedOf === undefined ? timeText(minutes) : `${timeText(minutes)} at the speed of a ${speedOf}`,
    ...changesText(digits(print.toolChanges), grams(print.purgeGrams)),
    ...(cost === undefined ? [] : [`filament for ${digits(cost).toFixed(2)}`]),
  ].join(', ');
}

/** Less is not worth a word. */
const LEAST_GRAMS = 0.05;

function inTwoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

function changesText(toolChanges: number, purge: string): string[] {
  if (toolChanges === 0) return [];
  const changes = toolChanges === 1 ? 'one tool change' : `${formatCount(toolChanges)} tool changes`;
  return [`${changes} (+ ${purge} of purge)`];
}

/** To a tenth, from ten grams on to the gram. */
export function gramsText(grams: number): string {
  return `${roundedText(grams)} g`;
}

/** To a tenth, from ten metres on to the metre. */
export function metersText(meters: number): string {
  return `${roundedText(meters)} m`;
}

function roundedText(amount: number): string {
  return amount < 10 ? formatDecimal(amount, 1) : formatCount(Math.round(amount));
}

/** To five minutes, from an hour on to ten, from ten hours on to the hour. */
export function timeText(minutes: number): string {
  if (minutes >= 595) return `${formatCount(Math.round(minutes / 60))} h`;
  const step = minutes < 57.5 ? 5 : 10;
  const rounded = Math.max(step, Math.round(minutes / step) * step);
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
}
