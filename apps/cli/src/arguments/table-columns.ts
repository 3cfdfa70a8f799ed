import { FIELDS, fieldHelp } from '@neurofab/core/internal';
import { quoted } from '@neurofab/words';
import type { Command, Option } from 'commander';

/** What a column of a table may say. */
export interface TableColumn {
  /** As in the help: a flag without its dashes. */
  readonly name: string;
  /** What else it may be called: the field of a spec. */
  readonly names: readonly string[];
  /** Where its value stands among options. */
  readonly attribute: string;
  /** The value as the flag gives it. Throws a RangeError for what the flag does not take. */
  read(text: string): unknown;
}

/** The flags that hold for a run and not for a row. */
export const OF_ALL_ROWS: readonly string[] = [
  '--plates',
  '--price',
  '--strict',
  '--json',
  '--quiet',
  '--no-config',
];

/** The columns that the flags of a command are. */
export function tableColumns({ options }: Command): TableColumn[] {
  return options.flatMap((option) =>
    option.hidden || option.negate || OF_ALL_ROWS.includes(option.long!) ? [] : columnOf(option),
  );
}

function columnOf(option: Option): TableColumn {
  const name = option.long!.slice(2);
  const field = FIELDS.find((each) => fieldHelp(each).flag?.name === name);
  return {
    name,
    names: field === undefined ? [] : [field.path.join('.')],
    attribute: option.attributeName(),
    read: (text) => readValue(option, text),
  };
}

function readValue(option: Option, text: string): unknown {
  if (!option.required) {
    const isGiven = YES_NO.get(text.toLowerCase());
    if (isGiven !== undefined) return isGiven && (option.presetArg ?? true);
    if (!option.optional) throw new RangeError(`Must be yes or no, but is ${quoted(text)}.`);
  }
  const { argChoices, parseArg } = option;
  if (argChoices?.includes(text) === false) {
    throw new RangeError(`Must be ${argChoices.join(' or ')}, but is ${quoted(text)}.`);
  }
  return parseArg === undefined ? text : parseArg(text, undefined as never);
}

/** As people and spreadsheets write them. */
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['false', false],
  ['0', false],
]);
