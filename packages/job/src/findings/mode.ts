import type { NetworkScene } from '@neurofab/core';
import { dowelsOf, isCut, LEAST_DOWELED_NODE, MODE_TRAITS } from '@neurofab/core/internal';
import type { Asked } from '../asked/asked.ts';
import type { Settled } from '../asked/settle.ts';
import type { PlannedFile } from '../plan/plan-files.ts';
import { isOfDisc, usualMode } from '../plan/usual-mode.ts';
import type { Finding } from './finding.ts';

interface ModeContext {
  readonly asked: Asked;
  readonly settled: Settled;
}

/** How a network lies on the bed where nobody said it, and what cannot hold it so. */
export function modeFindings(
  scene: NetworkScene,
  files: readonly PlannedFile[],
  { asked, settled }: ModeContext,
): Finding[] {
  const { source: network } = scene;
  const { mode } = network;
  const { lies, cut } = MODE_TRAITS[mode];
  const { printer } = settled;
  const path = ['network', 'mode'] as const;
  const remedies = [{ mode: 'upright' }] as const;
  const findings: Finding[] = [];
  // A network as it was written says it, even beside the whole spec that was made of it.
  const isSaid = (asked.network ?? asked.spec?.given)?.mode !== undefined;
  if (!isSaid && printer?.process === 'fdm') {
    const about = { level: 'note', path, printer: printer.name } as const;
    const { keptUpright: reason } = usualMode(network, settled);
    if (lies) findings.push({ ...about, code: 'laid-flat', value: mode });
    else if (reason !== undefined) findings.push({ ...about, code: 'kept-upright', value: reason });
  }
  if (lies && isOfDisc(network.given)) {
    findings.push({ code: 'no-disc', level: 'warning', path: ['network', 'base'], value: mode, remedies });
  }
  if (cut === 'through') {
    const { count: value, length } = dowelsOf(network) ?? { count: 0, length: 0 };
    findings.push({ code: 'dowels', level: 'note', path, value, length, limit: LEAST_DOWELED_NODE });
  }
  for (const { name: file, output, backend, bodies } of files) {
    const about = { level: 'refusal', value: mode, file } as const;
    const { label: format, modes } = backend;
    if (modes?.includes(mode) === false) {
      findings.push({
        ...about,
        code: 'mode-not-in-format',
        path: ['outputs', output],
        format,
        remedies: modes.map((held) => ({ mode: held })),
      });
    } else if (bodies === 'shells' && isCut(scene)) {
      findings.push({ ...about, code: 'shells-of-cut', path: ['shells'], remedies });
    }
  }
  return findings;
}
