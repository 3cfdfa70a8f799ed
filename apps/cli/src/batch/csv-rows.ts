import type { RowFault, Table } from './table.ts';

const SEPARATORS = [',', ';', '\t'];

/**
 * The rows of a CSV (RFC 4180), whose first row names the columns and tells the separator: a comma, a semicolon or a tab. Behind a quote
 * that is wrong no rows can be told apart, so that there are none.
 */
export async function csvRows(text: string): Promise<Omit<Table, 'label'>> {
  // Only here: who writes one network need not wait for it.
  const { CsvError, parse } = await import('csv-parse/sync');
  try {
    const records = parse(text, { delimiter: separatorOf(text), relax_column_count: true });
    return { noun: 'row', ...tableOf(records) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { records } = error as { readonly records?: number };
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A quote is opened and never closed.'
        : 'A quote stands inside a cell. Put the whole cell in quotes, and write "" for each one in it.';
    return { noun: 'row', columns: [], rows: [], faults: [{ row: (records ?? 0) + 1, message }] };
  }
}

/** By the names of columns alone, which hold none of these: cells hold commas, too. */
function separatorOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

function tableOf([names = [], ...records]: readonly (readonly string[])[]): Omit<Table, 'label' | 'noun'> {
  const columns = names.map((name) => name.trim());
  const faults: RowFault[] = [];
  const rows = records.flatMap((record, i) => {
    const row = i + 2;
    const filled = record.flatMap((cell, at) => (cell.trim() === '' ? [] : { cell: cell.trim(), at }));
    const stray = filled.find(({ at }) => (columns[at] ?? '') === '');
    if (stray !== undefined) faults.push({ row, message: strayText(stray.at, columns) });
    if (filled.length === 0) return [];
    return { number: row, cells: new Map(filled.map(({ cell, at }) => [columns[at] ?? '', cell])) };
  });
  return { columns, rows, faults };
}

function strayText(at: number, columns: readonly string[]): string {
  return at < columns.length
    ? `Column ${at + 1} has no name.`
    : 'Has more cells than there are columns. Layers such as 3,4,2 are put in quotes, or written 3-4-2.';
}
