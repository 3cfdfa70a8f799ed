import { formatCount } from '@neurofab/core/internal';
import type { Printer } from '@neurofab/printers';
import { gramsText, ownValuesNote, printText } from '@neurofab/words';
import type { Io } from '../io.ts';
import { findingsAsJson } from '../words/findings.ts';
import { colorsFor, printable, say } from '../words/messages.ts';
import { printAsJson, totalAsJson } from '../words/prints-as-json.ts';
import { alignedCells, alignedRows } from '../words/table.ts';
import type { JudgedGroup } from './group-rows.ts';
import { type TotalPrint, totalPrint } from './total-print.ts';
import type { BatchFile } from './write-groups.ts';

/** Says what was written and what was there, and for each printer what all takes together, and how much of it each slot lays down. */
export function sayBatch(io: Io, files: readonly BatchFile[], judged: readonly JudgedGroup[]): void {
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
  const kept = files.filter((file) => file.kept).length;
  say(io, `${filesText(files.length)}${kept === 0 ? '' : `, ${formatCount(kept)} of them kept from before`}`);
  const own = judged.flatMap(({ group: { rows } }) =>
    rows.flatMap(({ plan, read }) => ownValuesNote(plan, read.ownFrom)),
  );
  for (const note of new Set(own)) say(io, printable(note));
  for (const { printer, total } of totals(judged)) {
    say(io, printable(`on a ${printer.name} ${printText(total)}`));
    const slots = total.slots.map(({ slot, grams, meters }) => [
      `slot ${slot}`,
      gramsText(grams),
      `${formatCount(Math.round(meters))} m`,
    ]);
    if (slots.length > 1)
      for (const line of alignedRows(slots, ['left', 'right', 'right'])) say(io, `  ${line}`);
  }
}

function filesText(count: number): string {
  return count === 1 ? 'one file' : `${formatCount(count)} files`;
}

/** The same for programs, with what is to be known of each row. */
export function batchAsJson(files: readonly BatchFile[], judged: readonly JudgedGroup[]): object {
  const rows = judged.flatMap(({ group, findings, print }) =>
    group.rows.map(({ row, request, read: { saved }, placed }) => ({
      row,
      ...(print !== undefined && { print: printAsJson(print) }),
      findings: findingsAsJson(findings, { request, saved, placed }),
    })),
  );
  return {
    files,
    rows: rows.toSorted((one, other) => one.row - other.row),
    totals: totals(judged).map(({ printer, total }) => ({ printer: printer.id, print: totalAsJson(total) })),
  };
}

interface PrinterTotal {
  readonly printer: Printer;
  readonly total: TotalPrint;
}

/** What each printer is to print. */
function totals(judged: readonly JudgedGroup[]): PrinterTotal[] {
  const printers = new Map(
    judged.flatMap(({ group: { rows } }) =>
      rows.flatMap(({ plan: { printer } }) => (printer ? [[printer.id, printer]] : [])),
    ),
  );
  return [...printers.values()].flatMap((printer) => {
    const prints = judged.flatMap(({ group: { rows }, print }) =>
      print === undefined || rows[0].plan.printer?.id !== printer.id ? [] : rows.map(() => print),
    );
    return prints.length === 0 ? [] : { printer, total: totalPrint(prints) };
  });
}
