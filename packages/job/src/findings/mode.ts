import type { NetworkSpec } from '@neurofab/core';
import type { Asked } from '../asked/asked.ts';
import type { Settled } from '../asked/settle.ts';
import type { PlannedFile } from '../plan/plan-files.ts';
import type { Finding } from './finding.ts';

/** How a network lies on the bed where nobody said it, and what cannot hold it so. */
export function modeFindings(
  { mode }: NetworkSpec,
  files: readonly PlannedFile[],
  { network, spec }: Asked,
  { printer }: Settled,
): Finding[] {
  const path = ['network', 'mode'] as const;
  const remedies = [{ mode: 'upright' }] as const;
  const findings: Finding[] = [];
  const isSaid = (spec?.given ?? network)?.mode !== undefined;
  if (!isSaid && printer !== undefined && mode !== 'upright') {
    findings.push({ code: 'laid-flat', level: 'note', path, value: mode, printer: printer.name });
  }
  for (const { name: file, output, backend, bodies } of files) {
    const about = { level: 'refusal', value: mode, file, remedies } as const;
    if (backend.modes?.includes(mode) === false) {
      findings.push({
        ...about,
        code: 'mode-not-in-format',
        path: ['outputs', output],
        format: backend.label,
      });
    } else if (bodies === 'shells' && mode !== 'upright') {
      findings.push({ ...about, code: 'shells-of-cut', path: ['shells'] });
    }
  }
  return findings;
}
