import { formatCount } from '@neurofab/core/internal';
import type { Printer } from '@neurofab/printers';
import type { PrintPlan } from '@neurofab/printing';
import { alignedCells, alignedRows, gramsText, metersText, printText } from '@neurofab/words';
import type { Io } from '../io.ts';
import { colorsFor, printable, say } from '../words/messages.ts';
import { totalAsJson } from '../words/prints-as-json.ts';
import { type TotalPrint, totalPrint } from './total-print.ts';
import type { BatchFile } from './write-groups.ts';

/** What a printer is to print. */
export interface PrinterPrint {
  readonly printer: Printer;
  readonly print: PrintPlan & Pick<TotalPrint, 'slots'>;
}

/** Says what was written and what was there, then some lines, and for each printer what all takes together, and how much of it each slot lays down. */
export function sayBatch(
  io: Io,
  files: readonly BatchFile[],
  { prints, lines = [] }: { readonly prints: readonly PrinterPrint[]; readonly lines?: readonly string[] },
): void {
  const { bold, dim } = colorsFor(io);
  const rows = files.map(({ path, bytes, kept }) => [
    printable(path),
    `${formatCount(bytes)} bytes`,
    kept ? 'kept' : '',
  ]);
  for (const [path, bytes, kept] of alignedCells(rows, ['left', 'right', 'left'])) {
    say(io, `${bold(path!)}  ${bytes}  ${dim(kept!)}`.trimEnd());
  }
  say(io, '');
  for (const line of lines) say(io, printable(line));
  const kept = files.filter((file) => file.kept).length;
  say(io, `${filesText(files.length)}${kept === 0 ? '' : `, ${formatCount(kept)} of them kept from before`}`);
  for (const line of totalsLines(prints)) say(io, printable(line));
}

function filesText(count: number): string {
  return count === 1 ? 'one file' : `${formatCount(count)} files`;
}

/** What all takes together on each printer, and how much of it each slot lays down, in lines. */
export function totalsLines(prints: readonly PrinterPrint[]): string[] {
  return totals(prints).flatMap(({ printer, total }) => {
    const slots = total.slots.map(({ slot, color, grams, meters }) => [
      color === undefined ? `slot ${slot}` : `slot ${slot}  ${color}`,
      gramsText(grams),
      metersText(meters),
    ]);
    const rows = slots.length > 1 ? alignedRows(slots, ['left', 'right', 'right']) : [];
    return [`on a ${printer.name} ${printText(total)}`, ...rows.map((row) => `  ${row}`)];
  });
}

/** What each printer is to print, for programs. */
export function totalsAsJson(prints: readonly PrinterPrint[]): object[] {
  return totals(prints).map(({ printer, total }) => ({ printer: printer.id, print: totalAsJson(total) }));
}

function totals(
  prints: readonly PrinterPrint[],
): { readonly printer: Printer; readonly total: TotalPrint }[] {
  const printers = new Map(prints.map(({ printer }) => [printer.id, printer]));
  return [...printers.values()].map((printer) => {
    const own = prints.filter((each) => each.printer.id === printer.id);
    return { printer, total: totalPrint(own.map(({ print }) => print)) };
  });
}
