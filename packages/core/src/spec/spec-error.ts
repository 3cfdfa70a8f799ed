import { show } from './show.ts';

/** One thing that is wrong with an input. */
export interface Fault {
  /** Where it is, such as `['layers', 2]`; empty for the input as a whole. */
  readonly path: readonly (string | number)[];
  /** What is wrong, with the value, and what would be right. */
  readonly message: string;
}

/** Thrown for input that its author can mend. Lists every fault at once. */
export class SpecError extends Error {
  override readonly name: string = 'SpecError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}

/** One line for a fault: its path as `layers[2]` and its message. A key that is no plain word is quoted, as `["a b"]`. */
export function formatFault({ path, message }: Fault): string {
  const place = path
    .map((key) => (typeof key === 'string' && /^[\w$]{1,40}$/.test(key) ? `.${key}` : `[${show(key)}]`))
    .join('')
    .replace(/^\./, '');
  return place === '' ? message : `${place}: ${message}`;
}

/** Whether a value is an object with fields, as JSON has them: no list, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
