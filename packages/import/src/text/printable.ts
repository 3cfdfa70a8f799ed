import { oneLine } from './one-line.ts';

/** A name out of a file as it can stand in a sentence: without control characters, and not long. */
export function printable(name: string, most = 80): string {
  const text = oneLine(name.slice(0, 2 * most));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Names of a list as they can stand in a sentence: the first ones, and how many more there are. */
export function printableList(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => printable(name, 40));
  return shown.join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');
}
