import type { Scene } from '@neurofab/core';
import { countSlots } from '@neurofab/core/internal';
import type { PlannedFile } from '../plan/plan-files.ts';
import type { Finding } from './finding.ts';

/** The most filaments that one colour unit holds. */
const SLOTS_OF_ONE_UNIT = 4;

/** More colours than files can hold, or than most makers have where it is not known how many there are. */
export function colorFindings(
  { parts }: Scene,
  files: readonly PlannedFile[],
  slots: number | undefined,
): Finding[] {
  const value = countSlots(parts);
  const limits = files.flatMap(({ backend }) => backend.maxSlots ?? []);
  const limit = Math.min(...limits);
  const path = ['slots'] as const;
  if (value > limit) {
    return [
      { code: 'more-colors-than-format', level: 'refusal', path, value, limit, remedies: [{ slots: limit }] },
    ];
  }
  // Where it is known how many there are, colours have been merged.
  if (limits.length === 0 || slots !== undefined || value <= SLOTS_OF_ONE_UNIT) return [];
  const remedies = [{ slots: SLOTS_OF_ONE_UNIT }];
  return [{ code: 'many-colors', level: 'note', path, value, limit: SLOTS_OF_ONE_UNIT, remedies }];
}
