import leven from 'leven';
import { fileFor } from './file-for.ts';
import type { Printer } from './printer.ts';
import { PRINTERS } from './printers.ts';
import { SLICERS } from './slicers.ts';

const MAX_SUGGESTIONS = 3;

/** `k2` says enough; one letter is in nearly every name. */
const LEAST_TEXT = 2;

/** Shorter names, such as `xl`, turn up in a text by chance. */
const LEAST_NAME = 3;

/** Words that say nothing: makers, which are looked at apart, and what stands between words. */
const FILLERS = new Set(
  'original prusa bambu bambulab lab creality anycubic elegoo ultimaker snapmaker a an the and one with printer'.split(
    ' ',
  ),
);

/** What each printer may be called, spelt for comparison, once: suggestions look at them all for every text. */
const CALLED = PRINTERS.map((printer) => {
  const names = [printer.id, printer.name, ...printer.aliases];
  return { printer, keys: names.map(keyOf), cores: names.map(coreOf) };
});

const MAKERS = [...new Set(PRINTERS.map(({ maker }) => maker))];

/**
 * The printer with an id, alias or name, in any case; blanks, hyphens, underscores, plus signs and the like make no difference, nor do
 * words such as "with" and a maker that is the printer's own, so `Original Prusa MK4S + MMU3` is `mk4s-mmu3`. `undefined` if there is none.
 */
export function findPrinter(text: string): Printer | undefined {
  const key = keyOf(text);
  const core = coreOf(text);
  const found =
    CALLED.find(({ keys }) => keys.includes(key)) ??
    ofItsMakers(text).find(({ cores }) => core !== '' && cores.includes(core));
  return found?.printer;
}

/**
 * The ids of up to three printers that may have been meant, best first; none if nothing is near. Where a maker is named, they are of no
 * other one. A near name may be of another printer all the same, so offer the generic ones beside.
 */
export function suggestPrinters(text: string): readonly string[] {
  const key = keyOf(text);
  const core = coreOf(text);
  if (key === '') return [];
  return ofItsMakers(text)
    .map(({ printer, keys, cores }) => ({
      id: printer.id,
      cost: Math.min(
        ...keys.map((name) => unlikeness(key, name)),
        ...(core === '' ? [] : cores.map((name) => unlikeness(core, name))),
      ),
    }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ id }) => id);
}

/**
 * The printers whose row has every word of a text, in any case: in id, name, maker, aliases, bed, slots, colour system, format and flavour
 * of file, process or slicer. A number must be there as a whole: 25 is not in 256, nor 6 in 89.6. All if the text is empty.
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
  if (!/^\d+(\.\d+)?$/.test(word)) return row.includes(word);
  return new RegExp(`(?<!\\d\\.?)${word.replace('.', '\\.')}(?!\\.?\\d)`).test(row);
}

/** The printers of the makers that a text names, and the generic ones; all if it names none. */
function ofItsMakers(text: string): typeof CALLED {
  const key = keyOf(text);
  const makers = MAKERS.filter((maker) => key.includes(brandOf(maker)));
  return CALLED.filter(
    ({ printer: { maker } }) => makers.length === 0 || makers.includes(maker) || maker === 'generic',
  );
}

/** What all names of a maker's have in common: `bambu` of Bambu Lab. */
function brandOf(maker: string): string {
  return maker.toLowerCase().split(' ')[0]!;
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
  const edits = leven(key, name);
  return contained || edits <= key.length / 3 ? edits / Math.max(key.length, name.length) : Infinity;
}
