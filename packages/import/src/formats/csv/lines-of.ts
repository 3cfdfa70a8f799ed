import { refuseMore } from '../../refuse-more.ts';

/** A line of a text and its fields. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** What stands between numbers. */
export type Separator = ',' | ';' | '\t' | ' ';

const MOST_LENGTH = 16_000_000;

/** The lines of a text but for empty ones and comments, which begin with `#` or `%`. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [i, whole] of text.split(text.includes('\n') ? '\n' : '\r').entries()) {
    const line = whole.trim();
    if (line === '' || line[0] === '#' || line[0] === '%') continue;
    refuseMore(line.length, { most: MOST_LENGTH, of: 'bytes', subject: `Its line ${i + 1} has` });
    lines.push({ number: i + 1, text: line });
  }
  return lines;
}

/** What separates the numbers of lines; commas are decimal ones where there are semicolons or tabs. */
export function separatorOf(lines: readonly Line[]): Separator {
  const separators = [';', '\t', ','] as const;
  return separators.find((separator) => lines.some(({ text }) => text.includes(separator))) ?? ' ';
}

/** The fields of a line, without quotation marks around them; nothing behind a last separator. */
export function fieldsOf({ text }: Line, separator: Separator): string[] {
  const fields = text.includes('"')
    ? quotedFields(text, separator)
    : text.split(separator === ' ' ? BLANKS : separator);
  if (fields.at(-1) === '') fields.pop();
  return fields;
}

const BLANKS = /\s+/;

function quotedFields(text: string, separator: Separator): string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted || character !== separator) field += character;
    else {
      if (separator !== ' ' || field !== '') fields.push(field);
      field = '';
    }
  }
  fields.push(field);
  return fields;
}
