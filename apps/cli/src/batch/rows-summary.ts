import type { PrinterPrint } from '@neurofab/job';
import { ownValuesNote } from '@neurofab/words';
import { findingsAsJson } from '../words/findings.ts';
import { printAsJson } from '../words/prints-as-json.ts';
import type { JudgedGroup, RowGroup } from './group-rows.ts';

/** What is printed of all rows, each by itself. */
export function printsOfRows(judged: readonly JudgedGroup[]): PrinterPrint[] {
  return judged.flatMap(({ group: { rows }, print }) =>
    rows.flatMap(({ plan: { printer } }) =>
      printer === undefined || print === undefined ? [] : [{ printer, print }],
    ),
  );
}

/** What is to be known of each row, for programs. */
export function rowsAsJson(judged: readonly JudgedGroup[]): object[] {
  const rows = judged.flatMap(({ group, findings, print }) =>
    group.rows.map(({ row, request, read: { saved }, placed }) => ({
      row,
      ...(print !== undefined && { print: printAsJson(print) }),
      findings: findingsAsJson(findings, { request, saved, placed }),
    })),
  );
  return rows.toSorted((one, other) => one.row - other.row);
}

/** Which values of their owner printers have, each sentence once. */
export function ownNotes(groups: readonly RowGroup[]): string[] {
  return [
    ...new Set(
      groups.flatMap(({ rows }) => rows.flatMap(({ plan, read }) => ownValuesNote(plan, read.ownFrom))),
    ),
  ];
}
