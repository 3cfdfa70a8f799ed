import { ImportError } from '../../import-error.ts';

/** A matrix of a JSON: a list of equally long lists of numbers. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** Where something stands in a JSON, and the faults that were found so far, such as `layers[0].weights is missing`. */
export interface Place {
  readonly path: string;
  readonly faults: string[];
}

/** A matrix; `undefined` and a fault where it is none. */
export function matrixOf(value: unknown, { path, faults }: Place): Matrix | undefined {
  const fault = faultOfMatrix(value);
  if (fault !== undefined) {
    faults.push(`${path}${fault}`);
    return undefined;
  }
  const rows = value as readonly (readonly number[])[];
  const columns = rows[0]!.length;
  const values = new Float64Array(rows.length * columns);
  for (const [i, row] of rows.entries()) values.set(row, i * columns);
  return { rows: rows.length, columns, values };
}

function faultOfMatrix(value: unknown): string | undefined {
  if (value === undefined) return ' is missing';
  if (!Array.isArray(value) || !Array.isArray(value[0]) || value[0].length === 0)
    return ' is no list of rows';
  const columns = value[0].length;
  for (const [i, row] of value.entries()) {
    if (!Array.isArray(row)) return `[${i}] is no list of numbers`;
    if (row.length !== columns) return `[${i}] has ${row.length} numbers, and the first row ${columns}`;
    const wrong = row.findIndex((number) => !Number.isFinite(number));
    if (wrong >= 0) return `[${i}][${wrong}] is no number`;
  }
  return undefined;
}

/** A list of numbers; `undefined` and a fault where it is none. */
export function numbersOf(value: unknown, place: Place): Float64Array | undefined {
  const list = listOf(value, { ...place, isRight: Number.isFinite, what: 'number' });
  return list && Float64Array.from(list as readonly number[]);
}

/** A list of texts; `undefined` and a fault where it is none. */
export function textsOf(value: unknown, place: Place): readonly string[] | undefined {
  const isText = (text: unknown) => typeof text === 'string';
  return listOf(value, { ...place, isRight: isText, what: 'text' }) as readonly string[] | undefined;
}

interface ListOptions extends Place {
  readonly isRight: (entry: unknown) => boolean;
  readonly what: string;
}

function listOf(
  value: unknown,
  { path, faults, isRight, what }: ListOptions,
): readonly unknown[] | undefined {
  const list = Array.isArray(value) ? value : undefined;
  const wrong = list?.findIndex((entry) => !isRight(entry)) ?? 0;
  if (wrong < 0) return list;
  faults.push(list === undefined ? `${path} is no list of ${what}s` : `${path}[${wrong}] is no ${what}`);
  return undefined;
}

/** Throws one ImportError for all faults, which names the first five. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length > 5 ? `; and ${faults.length - 5} more` : '';
  throw new ImportError('damaged', `In it ${faults.slice(0, 5).join('; ')}${more}.`);
}
