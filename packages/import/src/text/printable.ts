import { oneLine } from './one-line.ts';

/** A name out of a file as it can stand in a sentence: without control characters, and not long. */
export function printable(name: string, most = 80): string {
  const text = oneLine(name.slice(0, 2 * most));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Names of a list as they can stand in a sentence: the first five, and how many more there are. */
export function printableList(names: readonly string[]): string {
  return listText(names, (name) => printable(name, 40));
}

/** The first five of a list, each in words, and how many more there are. */
export function listText<Item>(items: readonly Item[], text: (item: Item) => string): string {
  const more = items.length > 5 ? ` and ${items.length - 5} more` : '';
  return items.slice(0, 5).map(text).join(', ') + more;
}
