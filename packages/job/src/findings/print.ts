import { MODE_TRAITS } from '@neurofab/core/internal';
import type { PrintFinding, PrintRemedy } from '@neurofab/printing';
import type { PlannedFile } from '../plan/plan-files.ts';

/** Findings about how something prints, less remedies that none of its files could hold. */
export function printFindings(
  findings: readonly PrintFinding[],
  files: readonly PlannedFile[],
): PrintFinding[] {
  return findings.map(({ remedies = [], ...finding }) => {
    const possible = remedies.filter((remedy) => files.every((file) => holds(file, remedy)));
    return possible.length === 0 ? finding : { ...finding, remedies: possible };
  });
}

function holds({ backend, bodies }: PlannedFile, { mode }: PrintRemedy): boolean {
  if (mode === undefined) return true;
  return backend.modes?.includes(mode) !== false && !(bodies === 'shells' && MODE_TRAITS[mode].isCut);
}
