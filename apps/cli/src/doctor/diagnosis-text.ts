import { formatCount, formatDecimal, formatMeasure } from '@neurofab/core/internal';
import { bodyFaults } from '@neurofab/words';
import type pc from 'picocolors';
import { printFindingText } from '../words/finding-text.ts';
import { printable } from '../words/messages.ts';
import type { Diagnosis, FileFinding } from './doctor-model.ts';

/** What may go wrong with a file in words: a line for the file, one for each finding, the worst first, and one that says how it was looked at. */
export function diagnosisText(
  { path, format, sizeMm, examined, findings }: Diagnosis,
  { bold, dim, red, yellow }: ReturnType<typeof pc.createColors>,
): string {
  const totals = [
    format,
    ...(sizeMm === null ? [] : [`${sizeMm.map((length) => formatMeasure(length, 2)).join(' × ')} mm`]),
    ...(examined === null
      ? []
      : [examined.pieces === 1 ? 'one piece' : `${formatCount(examined.pieces)} pieces`]),
  ];
  const errors = findings.filter(({ level }) => level === 'error');
  const others = findings.filter(({ level }) => level !== 'error');
  return [
    `${bold(printable(path))}  ${totals.join(', ')}`,
    ...errors.map((finding) => `  ${red('error:')} ${printable(fileFindingText(finding))}`),
    ...others.map((finding) => `  ${yellow('warning:')} ${printable(fileFindingText(finding))}`),
    ...(findings.length === 0 ? ['  nothing found'] : []),
    ...(findings.some((finding) => 'remedies' in finding)
      ? ['  --from makes its network anew, to be mended']
      : []),
    ...(examined === null ? [] : [dim(`  ${lookText(examined)}`)]),
    '',
    '',
  ].join('\n');
}

/** A finding as a sentence. */
export function fileFindingText(finding: FileFinding): string {
  switch (finding.code) {
    case 'no-model':
      return 'There is nothing in it that a printer could make: no body, one lower than a layer, or one larger than two metres; is the unit another?';
    case 'not-closed':
      return `${finding.body} is not closed: ${bodyFaults(finding).join(', ')}.`;
    case 'too-large':
      return `The model is ${formatDecimal(finding.value, 2)} mm along ${finding.axis}, but ${finding.printer} takes ${finding.limit} mm.`;
    default:
      return printFindingText(finding);
  }
}

function lookText({ layerHeight, hasWalls }: NonNullable<Diagnosis['examined']>): string {
  return `looked at in layers of ${formatDecimal(layerHeight, 2)} mm${hasWalls ? '' : ', not for thin walls'}`;
}
