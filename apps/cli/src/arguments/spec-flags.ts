import { OWN_FIELDS } from '@neurofab/core';
import {
  FIELDS,
  type Field,
  type FieldPath,
  fieldHelp,
  parseNumber,
  THICKNESS_BY,
} from '@neurofab/core/internal';

/** A flag that sets one field of the spec. */
export interface SpecFlag {
  /** Without its dashes. */
  readonly name: string;
  /** What stands for its value in the help; left out for a flag that takes none. */
  readonly value: string | undefined;
  readonly group: string;
  readonly description: string;
  /** Where its value goes in the spec. */
  readonly path: FieldPath;
  /** The value as the spec wants it. Text that is none goes on as it is, for the spec's own check to refuse. */
  read(text: string): unknown;
  /** Whether the flag replaces the spec file's whole group, because what is there would contradict it. */
  replacesGroup(value: unknown): boolean;
}

export const COLOR_GROUP = 'Colours, each #RRGGBB, #RGB or a CSS colour name:';

/** One flag for each field that has one, in the order of the table. */
export const SPEC_FLAGS: readonly SpecFlag[] = FIELDS.flatMap((field): SpecFlag[] => {
  const { path } = field;
  const { flag, doc, usually } = fieldHelp(field);
  if (flag === undefined) return [];
  const one: SpecFlag = {
    name: flag.name,
    value: flag.value,
    group: flag.heading === 'Colours' ? COLOR_GROUP : `${flag.heading}:`,
    description: usually === undefined ? doc : `${doc} (default: ${usually})`,
    path,
    read: (text) => readValue(field, text),
    replacesGroup: (value) => path[0] === 'resolution' || (path[1] === 'shape' && value === 'none'),
  };
  const description = `the same as --${flag.name}`;
  return [one, ...(flag.alias === undefined ? [] : [{ ...one, name: flag.alias, description }])];
});

/** Those of what the owner of a printer may find out for it. */
export const OWN_FLAGS: readonly SpecFlag[] = OWN_FIELDS.map(
  (own) => SPEC_FLAGS.find(({ path: [field] }) => field === own)!,
);

/** What `--weights` takes beside the ways to draw them: it drops them, so that all connections are alike. */
export const NO_WEIGHTS = 'none';

/** What `--weights` takes. */
export const WEIGHTS_CHOICES: readonly string[] = [...THICKNESS_BY, NO_WEIGHTS];

const { needs: weights } = FIELDS.find(({ path }) => path[0] === 'thicknessBy')!;

/** The weights, and all that means nothing without them. */
export const WEIGHT_FIELDS: readonly FieldPath[] = FIELDS.filter(
  ({ path, needs }) => path[0] === 'weights' || needs === weights,
).map(({ path }) => path);

function readValue({ kind: { kind } }: Field, text: string): unknown {
  switch (kind) {
    case 'length':
    case 'number':
    case 'count':
      return parseNumber(text) ?? text;
    case 'colors':
    case 'texts':
      return text.split(',').map((each) => each.trim());
    case 'yes-no':
      return text === 'yes';
    default:
      return text;
  }
}
