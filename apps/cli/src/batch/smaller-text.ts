import type { Finding } from '@neurofab/job';
import { lowHeight } from '@neurofab/words';
import { rowsText } from './faults-text.ts';
import type { JudgedGroup } from './group-rows.ts';
import type { Table } from './table.ts';

/** Which rows have letters that are smaller than was asked for, and how high those are: a line, none where there is no such row. */
export function smallerText(judged: readonly JudgedGroup[], { noun }: Pick<Table, 'noun'>): string[] {
  const rows = new Map<string, number[]>();
  for (const { group, findings } of judged) {
    for (const height of findings.flatMap(heightOf)) {
      rows.set(height, [...(rows.get(height) ?? []), ...group.rows.map(({ row }) => row)]);
    }
  }
  if (rows.size === 0) return [];
  const named = [...rows].map(([height, numbers]) => `${rowsText(numbers, noun)} (${height})`);
  return [`Text is smaller than asked, to fit: ${named.join(', ')}.`];
}

function heightOf(finding: Finding): string[] {
  if (finding.code !== 'letters-made-smaller') return [];
  const { what, value } = finding;
  return [what === 'text' ? lowHeight(value) : `names of ${what} ${lowHeight(value)}`];
}
