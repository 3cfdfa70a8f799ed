import { type PrinterPrint, totalPrints } from '@neurofab/job';
import { alignedRows } from './aligned-rows.ts';
import { gramsText, metersText, printText } from './print-text.ts';

/** What all takes together on each printer, and how much of it each slot lays down, in lines. */
export function totalsLines(prints: readonly PrinterPrint[]): string[] {
  return totalPrints(prints).flatMap(({ printer, total }) => {
    const slots = total.slots.map(({ slot, color, grams, meters }) => [
      color === undefined ? `slot ${slot}` : `slot ${slot}  ${color}`,
      gramsText(grams),
      metersText(meters),
    ]);
    const rows = slots.length > 1 ? alignedRows(slots, ['left', 'right', 'right']) : [];
    return [`on a ${printer.name} ${printText(total)}`, ...rows.map((row) => `  ${row}`)];
  });
}
