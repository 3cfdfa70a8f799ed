import { formatCount } from '@neurofab/core/internal';
import { type PrinterPrint, totalPrints } from '@neurofab/job';
import { alignedCells, totalsLines } from '@neurofab/words';
import type { Io } from '../io.ts';
import { colorsFor, printable, say } from '../words/messages.ts';
import { totalAsJson } from '../words/prints-as-json.ts';
import type { BatchFile } from './write-groups.ts';

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

/** What each printer is to print, for programs. */
export function totalsAsJson(prints: readonly PrinterPrint[]): object[] {
  return totalPrints(prints).map(({ printer, total }) => ({
    printer: printer.id,
    print: totalAsJson(total),
  }));
}
