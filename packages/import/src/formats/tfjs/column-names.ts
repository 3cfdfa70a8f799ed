import { isObject } from '@neurofab/core/internal';
import { field } from '../../bytes/json-fields.ts';

/** The names of inputs or outputs as ml5 describes them: a number is a column, a text a column for each value that it may have. */
export function columnNames(described: unknown): readonly string[] | undefined {
  if (!isObject(described)) return undefined;
  return Object.entries(described).flatMap(([name, column]) => {
    const values = field(column, 'uniqueValues');
    if (field(column, 'dtype') !== 'string' || !Array.isArray(values)) return [name];
    return values.map((value) => String(value));
  });
}
