import { distance } from 'fastest-levenshtein';
import { fileFor } from './file-for.ts';
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

/**
 * The ids of up to three printers that may have been meant, best first; none if nothing is near. Where a maker is named, they are of no
 * other one. A near name may be of another printer all the same, so offer the generic ones beside.
 */
export function suggestPrinters(text: string): readonly string[] {
  const key = keyOf(text);
  const core = coreOf(text);
  if (key === '') return [];
  const cost = (name: string) =>
    Math.min(unlikeness(key, keyOf(name)), core === '' ? Infinity : unlikeness(core, coreOf(name)));
  const makers = new Set(PRINTERS.map(({ maker }) => maker).filter((maker) => key.includes(brandOf(maker))));
  return PRINTERS.filter(({ maker }) => makers.size === 0 || makers.has(maker) || maker === 'generic')
    .map((printer) => ({ id: printer.id, cost: Math.min(...namesOf(printer).map(cost)) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ id }) => id);
}

/**
 * The printers whose row has every word of a text, in any case: in id, name, maker, aliases, bed, slots, colour system, format and flavour
 * of file, process or slicer. A number must be there as a whole: 25 is not in 256. All if the text is empty.
 */
export function filterPrinters(text: string): readonly Printer[] {
  const words = text
    .toLowerCase()
    .split(/[\s+,×]+|(?<=\d)x(?=\d)/)
    .filter((word) => word !== '');
  return PRINTERS.filter((printer) => {
    const row = rowOf(printer);
    return words.every((word) => hasWord(row, word));
  });
}

function rowOf(printer: Printer): string {
  const { id, name, maker, aliases, bed, colors, process, slicer } = printer;
  const { format, flavor } = fileFor(printer);
  return [
    ...[id, name, maker, ...aliases, process, slicer, SLICERS[slicer].name],
    ...(bed === undefined ? ['any'] : [bed.x, bed.y, bed.z]),
    ...[colors.slots, colors.system, format, format === '3mf' ? flavor : ''],
  ]
    .join('\n')
    .toLowerCase();
}

function hasWord(row: string, word: string): boolean {
  return /^\d+$/.test(word) ? new RegExp(`(?<!\\d)${word}(?!\\d)`).test(row) : row.includes(word);
}

/** What all names of a maker's have in common: `bambu` of Bambu Lab. */
function brandOf(maker: string): string {
  return maker.toLowerCase().split(' ')[0]!;
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
