import { printableList } from '../text/printable.ts';
import type { Note } from '../trained-network.ts';
import type { Step } from './step.ts';

/** The note on layers whose activation the file does not say, by their names; none where it says all. */
export function unknownActivations(names: readonly string[], steps: readonly Step[]): readonly Note[] {
  if (names.length === 0) return [];
  const isAll = names.length === steps.filter(({ kind }) => kind === 'dense').length;
  return [
    { code: 'unknown', text: `activations${isAll ? '' : ` of ${printableList(names)}`}: not in this file` },
  ];
}
