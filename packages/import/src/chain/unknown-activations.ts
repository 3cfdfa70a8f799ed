import { printableList } from '../text/printable.ts';
import type { Note } from '../trained-network.ts';
import type { Step } from './step.ts';

/** The note on layers whose activation the file does not say; none where it says all. `names` are theirs, where steps alone do not tell them. */
export function unknownActivations(
  steps: readonly Step[],
  names: readonly string[] = steps.flatMap((step) =>
    step.kind === 'dense' && step.activation === undefined ? [step.name] : [],
  ),
): readonly Note[] {
  if (names.length === 0) return [];
  const isAll = names.length === steps.filter(({ kind }) => kind === 'dense').length;
  return [
    { code: 'unknown', text: `activations${isAll ? '' : ` of ${printableList(names)}`}: not in this file` },
  ];
}
