import { distance } from 'fastest-levenshtein';
import type { Printer } from './printer.ts';
import { PRINTERS } from './printers.ts';
import { SLICERS } from './slicers.ts';

const MAX_SUGGESTIONS = 3;

/** `k2` says enough; one letter is in nearly every name. */
const LEAST_TEXT = 2;

/** Shorter names, such as `xl`, turn up in a text by chance. */
const LEAST_NAME = 3;

/** Words that say nothing: makers, whose printers' own names differ, and what stands between words. */
const FILLERS = new Set(
  'original prusa bambu bambulab lab creality anycubic ultimaker snapmaker a an the and one with printer'.split(
    ' ',
  ),
);

/**
 * The printer with an id, alias or name, in any case; blanks, hyphens, underscores, plus signs and the like make no difference, nor do
 * makers and words such as "with", so `Original Prusa MK4S + MMU3` is `mk4s-mmu3`. `undefined` if there is none.
 */
export function findPrinter(text: string): Printer | undefined {
  const key = keyOf(text);
  const core = coreOf(text);
  return (
    PRINTERS.find((printer) => namesOf(printer).some((name) => keyOf(name) === key)) ??
    PRINTERS.find((printer) => core !== '' && namesOf(printer).some((name) => coreOf(name) === core))
  );
}

/** The ids of up to three printers that may have been meant, best first; none if nothing is near. */
export function suggestPrinters(text: string): readonly string[] {
  const key = keyOf(text);
  const core = coreOf(text);
  if (key === '') return [];
  const cost = (name: string) =>
    Math.min(unlikeness(key, keyOf(name)), core === '' ? Infinity : unlikeness(core, coreOf(name)));
  return PRINTERS.map((printer) => ({
    id: printer.id,
    cost: Math.min(...namesOf(printer).map(cost)),
  }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ id }) => id);
}

/** The printers whose id, name, maker, aliases, slicer or colour system contain every word of a text, in any case; all if it is empty. */
export function filterPrinters(text: string): readonly Printer[] {
  const words = text.toLowerCase().split(/\s+/);
  return PRINTERS.filter(({ id, name, maker, aliases, slicer, colors }) => {
    const row = [id, name, maker, ...aliases, slicer, SLICERS[slicer].name, colors.system];
    const haystack = row.join('\n').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

function namesOf({ id, name, aliases }: Printer): string[] {
  return [id, name, ...aliases];
}

/** Letters and digits alone. */
function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same without the words that say nothing. */
function coreOf(text: string): string {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => !FILLERS.has(word)).join('');
}

/** From 0 to 1: the share of a word that has to change to become the other; Infinity if they are not akin. */
function unlikeness(key: string, name: string): number {
  const contained =
    (key.length >= LEAST_TEXT && name.includes(key)) || (name.length >= LEAST_NAME && key.includes(name));
  const edits = distance(key, name);
  return contained || edits <= key.length / 3 ? edits / Math.max(key.length, name.length) : Infinity;
}
