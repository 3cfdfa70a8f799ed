import { decodeText } from '@neurofab/job';
import { InputError } from '../errors.ts';
import { opened } from '../files/opened.ts';
import { fileLabel, readBytes } from '../files/read-bytes.ts';
import type { Io } from '../io.ts';
import { csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';
import type { Table } from './table.ts';

/** More is a mistake: a school has no thousand prints at once. */
export const TABLE_LIMITS = { bytes: 4e6, rows: 1000 } as const;

/** The table in a file; `-` is standard input. Throws a CommandError for a file that cannot be read, an InputError for what is no table, or has no rows or too many. */
export async function readTable(path: string, io: Io): Promise<Table> {
  const bytes = await readBytes(path, io, { what: 'A table', maxBytes: TABLE_LIMITS.bytes });
  const label = fileLabel(path);
  const table = await opened({ label }, async () => {
    const text = decodeText(bytes);
    const read = /^\s*[[{]/.test(text) ? jsonRows(text) : await csvRows(text);
    return { label, ...read };
  });
  const { rows, faults } = table;
  if (rows.length === 0 && faults.length === 0) throw new InputError([`${label}: Has no rows.`]);
  if (rows.length > TABLE_LIMITS.rows) {
    throw new InputError([`${label}: Has ${rows.length} rows, but may have ${TABLE_LIMITS.rows} at most.`]);
  }
  return table;
}
