import { OpenError } from '@neurofab/job';
import type { RowFault, Table } from './table.ts';

const SEPARATORS = [',', ';', '\t'];

/**
 * The rows of a CSV (RFC 4180), whose first row names the columns and tells the separator: a comma, a semicolon or a tab. Throws an
 * OpenError for quotes that are wrong, behind which nothing can be told apart.
 */
export async function csvRows(text: string): Promise<Omit<Table, 'label'>> {
  const [names = [], ...records] = await recordsOf(text);
  const columns = names.map((name) => name.trim());
  const faults: RowFault[] = [];
  const rows = records.flatMap((record, i) => {
    const row = i + 2;
    const filled = record.map((cell) => cell.trim()).flatMap((cell, at) => (cell === '' ? [] : { cell, at }));
    const stray = filled.find(({ at }) => columns[at] === undefined);
    if (stray !== undefined) {
      const message = `Has ${record.length} cells for ${columns.length} columns. Layers such as 3,4,2 are put in quotes, or written 3-4-2.`;
      faults.push({ row, message });
    }
    const nameless = filled.find(({ at }) => columns[at] === '');
    if (nameless !== undefined) faults.push({ row, message: `Column ${nameless.at + 1} has no name.` });
    if (filled.length === 0) return [];
    return { number: row, cells: new Map(filled.map(({ cell, at }) => [columns[at] ?? '', cell])) };
  });
  return { noun: 'row', columns, rows, faults };
}

async function recordsOf(text: string): Promise<string[][]> {
  // Only here: who writes one network need not wait for it.
  const { CsvError, parse } = await import('csv-parse/sync');
  // By the names alone, which hold none of these: cells hold commas, too.
  const [header = ''] = text.split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  const delimiter = SEPARATORS[counts.indexOf(Math.max(...counts))]!;
  try {
    return parse(text, { delimiter, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { readonly lines?: number };
    throw new OpenError('unusable', [
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `A quote is opened at line ${lines} and never closed.`
        : `A quote at line ${lines} stands inside a cell. Put the whole cell in quotes, and write "" for each one in it.`,
    ]);
  }
}
