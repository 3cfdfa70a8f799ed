import { VERSION } from '@neurofab/core';
import type { Asked } from '@neurofab/job';
import { sha256 } from './batch-record.ts';
import type { PlannedRow } from './plan-rows.ts';
import type { Judgement, NetworkTask } from './work.ts';
import type { FileGroup } from './write-groups.ts';

/** Rows whose files have the same bytes. At least one. */
export interface RowGroup {
  readonly rows: readonly [PlannedRow, ...PlannedRow[]];
  /** SHA-256 of all that the bytes follow from. */
  readonly hash: string;
}

/** A group of rows, and what printing one of its networks shows. */
export interface JudgedGroup extends Judgement {
  readonly group: RowGroup;
}

/** Rows in groups of those that ask for the same, in the order of their first. */
export function groupRows(rows: readonly PlannedRow[]): RowGroup[] {
  const groups = new Map<string, [PlannedRow, ...PlannedRow[]]>();
  for (const row of rows) {
    const hash = askedHash(row.read.asked);
    const group = groups.get(hash);
    if (group === undefined) groups.set(hash, [row]);
    else group.push(row);
  }
  return [...groups].map(([hash, group]) => ({ hash, rows: group }));
}

/** What files are called is not in them. */
function askedHash({ fileName: _, outputs = [], ...asked }: Asked): string {
  const formats = outputs.map(({ format }) => format ?? null);
  return sha256(JSON.stringify([VERSION, formats, asked]));
}

/** What is to be done for all rows of a group. */
export function taskOf({ rows: [{ read }] }: RowGroup): NetworkTask {
  return { asked: read.asked, price: read.price };
}

/** The files of a group of rows. */
export function filesOfRows(group: RowGroup): FileGroup {
  const { rows, hash } = group;
  return {
    task: taskOf(group),
    hash,
    rows: rows.map(({ row }) => row),
    copies: rows.map(({ row, placed, files }) => ({ owner: { row }, placed, files })),
  };
}
