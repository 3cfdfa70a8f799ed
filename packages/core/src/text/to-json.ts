/** JSON for people and programs: indented, but a list of numbers or texts on one line; ends with a line break. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // Only a list's own brackets stand next to a line break: a text has none in it.
  const lists = /\[\n\s+([^[\]{}]*?)\n\s+\]/g;
  return `${text.replace(lists, (_, items: string) => `[${items.replace(/\n\s+/g, ' ')}]`)}\n`;
}
