import type { Vec3 } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import { LIMITS } from '../limits.ts';
import type { PrintFinding, Where } from '../print-finding.ts';
import { rounded } from '../rounded.ts';
import type { SurveyedPiece } from './pieces.ts';
import type { Survey } from './survey.ts';
import { type Standing, tippingAngle } from './tipping.ts';

/** In cubic millimetres: less holds nothing that matters, and may be a gap in the raster. */
const LEAST_HOLLOW = 1;

export interface SurveyContext<Part extends SurveyedPiece> {
  readonly printer: Pick<Printer, 'process'>;
  /** What has to stand by itself. */
  readonly standing: readonly Standing[];
  readonly pieces: readonly Part[];
  readonly whereAt: (at: Vec3) => Where;
  readonly whereOf: (piece: Part) => Where;
}

/** What a survey shows, without remedies. */
export function surveyFindings<Part extends SurveyedPiece>(
  { islands, overhangMm2, worstOverhang, hollows }: Survey,
  { printer: { process }, standing, pieces, whereAt, whereOf }: SurveyContext<Part>,
): PrintFinding[] {
  const findings: PrintFinding[] = [];
  const isFilament = process === 'fdm';
  const about = { level: 'warning', path: ['network', 'mode'], process } as const;
  const onBase = { ...about, path: ['network', 'base'] } as const;
  const angle = Math.min(...standing.map(tippingAngle));
  if (angle < LIMITS.tipsOver.value) {
    // Only filament is pushed while it is printed; other things have a desk to stand on.
    const level = isFilament && angle < LIMITS.tipsOver.error! ? 'error' : 'warning';
    findings.push({ ...onBase, code: 'tips-over', level, ...measured(angle, LIMITS.tipsOver) });
  }
  // Powder carries what lies above it.
  if (islands.length > 0 && process !== 'powder') {
    const where = whereAt(islands[0]!.at);
    findings.push({ ...about, code: 'islands', where, ...measured(islands.length, LIMITS.islands) });
  }
  if (isFilament && overhangMm2 > LIMITS.overhang.value) {
    const where = whereAt(worstOverhang!.at);
    findings.push({ ...about, code: 'overhang', where, ...measured(overhangMm2, LIMITS.overhang) });
  }
  const least = pieces
    .toSorted((a, b) => a.contactMm2 - b.contactMm2)
    .find(({ contactMm2 }) => contactMm2 > 0);
  if (isFilament && least !== undefined && least.contactMm2 < LIMITS.littleContact.value) {
    const where = whereOf(least);
    findings.push({
      ...onBase,
      code: 'little-contact',
      where,
      ...measured(least.contactMm2, LIMITS.littleContact),
    });
  }
  const filled = hollows.filter((volume) => volume > LEAST_HOLLOW).length;
  if (!isFilament && filled > 0) {
    findings.push({ ...about, code: 'closed-hollows', ...measured(filled, LIMITS.closedHollows) });
  }
  return findings;
}

function measured(value: number, { value: limit, source }: (typeof LIMITS)[keyof typeof LIMITS]) {
  return { value: rounded(value), limit, source };
}
