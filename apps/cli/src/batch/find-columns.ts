import { quoted } from '@neurofab/words';
import leven, { closestMatch } from 'leven';
import { OF_ALL_ROWS, type TableColumn } from '../arguments/table-columns.ts';
import type { Table } from './table.ts';

/** What a column says: the value of a flag, or the network. */
export type ColumnMeaning = TableColumn | 'layers' | 'model';

export interface FoundColumns {
  /** By the name as it stands in the table. */
  readonly meanings: ReadonlyMap<string, ColumnMeaning>;
  readonly faults: readonly string[];
}

/** What each column of a table means, with no regard to capitals, hyphens, underscores and blanks. */
export function findColumns({ label, columns }: Table, known: readonly TableColumn[]): FoundColumns {
  const byKey = new Map<string, ColumnMeaning>([
    ['layers', 'layers'],
    ['model', 'model'],
    ...known.flatMap((column) =>
      [column.name, ...column.names].map((name) => [keyOf(name), column] as const),
    ),
  ]);
  const meanings = new Map<string, ColumnMeaning>();
  const faults: string[] = [];
  for (const column of columns) {
    if (column === '') continue;
    const meaning = byKey.get(keyOf(column));
    const twin = columns.find((other) => meanings.has(other) && meanings.get(other) === meaning);
    if (meaning === undefined) {
      faults.push(`${label}: ${unknownText(column, known)}`);
    } else if (twin !== undefined) {
      faults.push(
        `${label}: Columns ${quoted(twin)} and ${quoted(column)} say the same. Leave one of them out.`,
      );
    } else meanings.set(column, meaning);
  }
  return { meanings, faults };
}

/** As a message of the command calls it, without dashes. */
export function nameOf(meaning: ColumnMeaning): string {
  return typeof meaning === 'string' ? meaning : meaning.name;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('colour', 'color')
    .replace(/[\s_-]+/g, '');
}

function unknownText(column: string, known: readonly TableColumn[]): string {
  const flag = OF_ALL_ROWS.find((each) => keyOf(each) === keyOf(column));
  if (flag !== undefined) {
    return `Column ${quoted(column)} is for all rows: give it on the command line, as ${flag}.`;
  }
  return `Unknown column ${quoted(column)}.${adviceFor(column, known)}`;
}

function adviceFor(column: string, known: readonly TableColumn[]): string {
  const meant = closestMatch(keyOf(column), ['layers', 'model', ...known.map(({ name }) => name)])!;
  return leven(keyOf(column), keyOf(meant)) > meant.length / 3 ? '' : ` Did you mean ${meant}?`;
}
