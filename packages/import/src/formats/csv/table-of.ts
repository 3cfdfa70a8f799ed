import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import { fieldsOf, type Line, linesOf, type Separator, separatorOf } from './lines-of.ts';

/** A matrix of numbers as a text has it, with the names of its rows and columns where they have names. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  readonly rowNames: readonly string[] | undefined;
  readonly columnNames: readonly string[] | undefined;
}

/**
 * The matrix of a text with commas, semicolons, tabs or blanks between numbers, in lines of equal length. Names of columns may
 * stand in the first line, names of rows in the first column. Throws an ImportError that says which line and column is wrong.
 */
export function tableOf(text: string): Table {
  const values = new Float64Array(mostNumbers(text));
  const lines = linesOf(text);
  const { separator, heading, columns, rowNaming } = formOf(lines);
  const first = rowNaming === 'none' ? 0 : 1;
  const rowNames: string[] = [];
  const body = heading === undefined ? lines : lines.slice(1);
  for (const [row, line] of body.entries()) {
    const fields = fieldsOf(line, separator);
    if (fields.length - first !== columns) {
      throw wrong(line, `has ${fields.length - first} numbers, and line ${body[0]!.number} has ${columns}`);
    }
    if (first > 0) rowNames.push(fields[0]!.trim());
    if (rowNaming === 'words' && isNumber(fields[0]!)) {
      throw wrong(line, `has no name in front, as line ${body[0]!.number} has`);
    }
    for (let column = 0; column < columns; column++) {
      const field = fields[first + column]!;
      const value = numberOf(field);
      if (!Number.isFinite(value)) throw noNumber(line, { field, column: first + column + 1 });
      values[row * columns + column] = value;
    }
  }
  return {
    rows: body.length,
    columns,
    values: values.slice(0, body.length * columns),
    rowNames: sayingNames(rowNames),
    columnNames: sayingNames(heading?.slice(-columns) ?? []),
  };
}

/** As many numbers a text may have: one more than it has separators. */
function mostNumbers(text: string): number {
  let numbers = 1;
  let lines = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= BLANK || code === COMMA || code === SEMICOLON) numbers++;
    if (code === LINE_FEED || code === RETURN) lines++;
  }
  refuseMore(lines, { most: MOST_LINES, of: 'lines' });
  refuseMore(numbers, { most: IMPORT_LIMITS.maxTextNumbers, of: 'numbers', subject: 'It has up to' });
  return numbers;
}

const [LINE_FEED, RETURN, BLANK, COMMA, SEMICOLON] = [0x0a, 0x0d, 0x20, 0x2c, 0x3b];
/** A line takes far more memory than its text. */
const MOST_LINES = 1_000_000;

interface Form {
  readonly separator: Separator;
  /** The names of columns. */
  readonly heading: readonly string[] | undefined;
  /** Without the names of rows. */
  readonly columns: number;
  /** Whether rows have a name in front: one that is no number, or anything where the heading says so, as pandas and R write it. */
  readonly rowNaming: 'none' | 'words' | 'anything';
}

function formOf(lines: readonly Line[]): Form {
  const [first, second] = lines;
  if (first === undefined) throw new ImportError('damaged', 'It has no numbers.');
  // Names hold anything.
  const isWords = second !== undefined && /\p{L}/u.test(first.text);
  const separator = separatorOf(isWords ? lines.slice(1) : lines);
  const top = fieldsOf(first, separator);
  const hasHeading =
    second !== undefined && top.every((field, i) => !isNumber(field) || (i > 0 && top[0] === ''));
  const start = hasHeading ? fieldsOf(second, separator) : top;
  const startsWithWord = start.length > 1 && !isNumber(start[0]!) && isNumber(start[1]!);
  const rowNaming =
    hasHeading && (top[0] === '' || top.length === start.length - 1)
      ? 'anything'
      : startsWithWord && separator !== ' '
        ? 'words'
        : 'none';
  const columns = start.length - (rowNaming === 'none' ? 0 : 1);
  return { separator, heading: hasHeading ? top : undefined, columns, rowNaming };
}

/** A number with a decimal point or comma; NaN where it is none. */
function numberOf(field: string): number {
  const value = Number(field);
  if (Number.isNaN(value)) return Number(field.replace(',', '.'));
  return NO_DECIMAL.test(field) ? Number.NaN : value;
}

/** What Number takes for numbers although nobody writes a weight so. */
const NO_DECIMAL = /^\s*(?:0[xob]|$)/i;

function isNumber(field: string): boolean {
  return !Number.isNaN(numberOf(field));
}

function wrong({ number }: Line, what: string): ImportError {
  return new ImportError('damaged', `Its line ${number} ${what}.`);
}

function noNumber(line: Line, { field, column }: { field: string; column: number }): ImportError {
  const what = field.trim() === '' ? 'is empty' : `is no number (${printable(field.trim())})`;
  return new ImportError('damaged', `Its line ${line.number}, column ${column} ${what}.`);
}

/** Names, if they say something, which mere numbers do not. */
function sayingNames(names: readonly string[]): readonly string[] | undefined {
  const texts = names.map((name) => name.trim());
  return texts.some((name) => name !== '' && !isNumber(name)) ? texts : undefined;
}
