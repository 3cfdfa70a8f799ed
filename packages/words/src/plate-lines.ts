import type { PlatePlan, PlateScene, PrinterPrint } from '@neurofab/job';
import { alignedRows } from './aligned-rows.ts';
import { type PlateWordsOptions, plateWords } from './plate-words.ts';
import { totalsLines } from './totals-lines.ts';

/** A plate in lines, the last one empty: what lies on it and where, what it takes, and what each slot prints. */
export function plateLines(
  plate: PlateScene & Pick<PlatePlan, 'printer'>,
  options: PlateWordsOptions,
): string[] {
  const { title, print, colors, places } = plateWords(plate, options);
  const rows = colors.map(({ label, color, names, grams = '' }) => [label, color, grams, names]);
  return [
    title,
    ...(print === undefined ? [] : [print]),
    ...(rows.length === 0 ? [] : alignedRows(rows, ['left', 'left', 'right', 'left'])),
    ...alignedRows(places, ['right', 'left', 'left']).map((line) => `  ${line}`),
    '',
  ];
}

/** The file that says what lies where, of the lines of all plates and what these take. */
export function plateListText(lines: readonly string[], prints: readonly PrinterPrint[]): string {
  return `${[...lines, ...totalsLines(prints)].join('\n').trimEnd()}\n`;
}
