import { formatDecimal } from '@neurofab/core/internal';

/** A parameter that the Customizer shows: the comment above it is its description, the one behind it its range or choices. */
export interface Parameter {
  readonly comment: string;
  readonly name: string;
  readonly value: number | boolean | string;
  /** A slider. Where the value does not fit on it, the Customizer shows a box for any number instead. */
  readonly range?: Range;
  readonly choices?: readonly string[];
  readonly isColor?: boolean;
}

type Range = readonly [min: number, step: number, max: number];

/** Parameters under a heading. */
export function groupSource(title: string, parameters: readonly Parameter[]): string {
  return `/* [${title}] */\n\n${parameters.map((parameter) => `${assignment(parameter)}\n`).join('\n')}`;
}

function assignment({ comment, name, value, range, choices, isColor }: Parameter): string {
  const widget = [
    ...(range !== undefined && typeof value === 'number' && fits(value, range)
      ? [`[${range.map(decimal).join(':')}]`]
      : []),
    ...(choices === undefined ? [] : [`[${choices.join(', ')}]`]),
    ...(isColor === true ? ['color'] : []),
  ];
  return `// ${comment}\n${name} = ${literal(value)};${widget.map((text) => ` // ${text}`).join('')}`;
}

/** Whether a slider can stand at the value: between two steps it would jump to one of them. */
function fits(value: number, [min, step, max]: Range): boolean {
  const steps = (value - min) / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-9;
}

function literal(value: number | boolean | string): string {
  switch (typeof value) {
    case 'number':
      return decimal(value);
    case 'string':
      return `"${value.replace(/[\\"]/g, '\\$&')}"`;
    default:
      return String(value);
  }
}

/** The fewest decimals that read back as the very same number. */
export function decimal(value: number): string {
  for (let digits = 0; digits < MAX_DIGITS; digits++) {
    const text = formatDecimal(value, digits);
    if (Number(text) === value) return text;
  }
  return formatDecimal(value, MAX_DIGITS);
}

/** The most that `toFixed` gives. */
const MAX_DIGITS = 100;
