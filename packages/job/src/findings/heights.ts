import type { NetworkScene } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import type { Settled } from '../asked/settle.ts';
import type { PlannedFile } from '../plan/plan-files.ts';
import type { Finding } from './finding.ts';

/** Changes of filament that somebody makes without a second thought. */
const FEW_CHANGES = 4;

/** What is to be known of colours that go by height. */
export function heightFindings(
  { source: { mode }, colorBands = [], pieces }: NetworkScene,
  files: readonly PlannedFile[],
  { colorsByHeight, slots }: Pick<Settled, 'colorsByHeight' | 'slots'>,
): Finding[] {
  const path = ['colorsByHeight'] as const;
  if (colorsByHeight && MODE_TRAITS[mode].byHeight === 'never') {
    return [{ code: 'no-heights', level: 'refusal', path, value: mode, remedies: [{ mode: 'plaque' }] }];
  }
  if (colorsByHeight && slots !== undefined && slots > 1 && MODE_TRAITS[mode].byHeight === 'on-request') {
    const remedies = [{ mode: 'plaque' }, { slots: 1 }] as const;
    return [{ code: 'heights-by-hand', level: 'refusal', path, value: mode, limit: slots, remedies }];
  }
  const findings: Finding[] = [];
  const value = Math.max(0, colorBands.length - 1);
  if (value > FEW_CHANGES) {
    const remedies = [{ colorBy: 'role' }] as const;
    findings.push({ code: 'many-changes', level: 'note', path, value, limit: FEW_CHANGES, remedies });
  }
  const isTogether = pieces.length > 1 && files.some(({ portion }) => portion?.piece === undefined);
  if (value > 0 && isTogether) {
    findings.push({ code: 'foot-changes-color', level: 'note', path, value: colorBands[1]!.height });
  }
  return findings;
}
