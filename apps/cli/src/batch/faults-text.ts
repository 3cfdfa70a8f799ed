import type { RowFault, Table } from './table.ts';

/** What is to be said of rows, each sentence once, with the rows that it is about and the column. */
export function faultsText(
  faults: readonly RowFault[],
  { label, noun }: Pick<Table, 'label' | 'noun'>,
): string[] {
  const rows = new Map<string, number[]>();
  for (const { row, column, message } of faults) {
    const said = column === undefined ? `: ${message}` : `, ${column}: ${message}`;
    rows.set(said, [...(rows.get(said) ?? []), row]);
  }
  return [...rows].map(([said, numbers]) => `${label}, ${rowsText([...new Set(numbers)], noun)}${said}`);
}

/** More are counted. */
const MAX_NAMED = 5;

/** `rows 3, 4 and 5`, at least one. */
export function rowsText(numbers: readonly number[], noun: Table['noun']): string {
  if (numbers.length === 1) return `${noun} ${numbers[0]}`;
  const more = numbers.length - MAX_NAMED;
  const named = more > 0 ? [...numbers.slice(0, MAX_NAMED), `${more} more`] : numbers;
  return `${PLURALS[noun]} ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

const PLURALS = { row: 'rows', line: 'lines', entry: 'entries' } as const;
