import { isObject } from '@neurofab/core/internal';
import { OpenError, parseJson } from '@neurofab/job';
import type { RowFault, Table, TableRow } from './table.ts';

/** The rows of a list in JSON, or of JSON lines. Throws an OpenError for what is not JSON. */
export function jsonRows(text: string): Omit<Table, 'label'> {
  const isList = text.trimStart().startsWith('[');
  const entries = isList ? listed(text) : lines(text);
  const faults: RowFault[] = [];
  const rows = entries.map(({ number, value }): TableRow => {
    const cells = new Map<string, string>();
    if (!isObject(value))
      faults.push({ row: number, message: 'Must be an object with a value for each column.' });
    else
      for (const [column, content] of leaves(value)) {
        const cell = cellOf(content);
        if (cell === undefined) {
          faults.push({
            row: number,
            column,
            message: 'Must be a text, a number, true, false or a list of these.',
          });
        } else if (cell !== '') cells.set(column, cell);
      }
    return { number, cells };
  });
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  return { noun: isList ? 'entry' : 'line', columns, rows, faults };
}

interface Entry {
  readonly number: number;
  readonly value: unknown;
}

function listed(text: string): Entry[] {
  return (parseJson(text) as unknown[]).map((value, i) => ({ number: i + 1, value }));
}

/** Says of all lines that are not JSON what is wrong. */
function lines(text: string): Entry[] {
  const faults: string[] = [];
  const entries = text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      // Behind as many lines as there are, so that a fault names its line.
      return { number: i + 1, value: parseJson('\n'.repeat(i) + line) };
    } catch (error) {
      if (!(error instanceof OpenError)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new OpenError('unusable', faults);
  return entries;
}

/** The values in an object, and in the groups in it by their paths: `colors.text`. */
function leaves(value: Readonly<Record<string, unknown>>): (readonly [string, unknown])[] {
  return Object.entries(value).flatMap(([name, inner]) =>
    isObject(inner)
      ? Object.entries(inner).map(([key, leaf]) => [`${name}.${key}`, leaf] as const)
      : [[name, inner] as const],
  );
}

function cellOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (Array.isArray(value)) {
    const texts = value.map((item) => (Array.isArray(item) ? undefined : cellOf(item)));
    return texts.includes(undefined) ? undefined : texts.join(',');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}
