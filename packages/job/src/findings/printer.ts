import type { Scene } from '@neurofab/core';
import { countSlots } from '@neurofab/core/internal';
import type { Printer } from '@neurofab/printers';
import type { PlannedFile } from '../plan/plan-files.ts';
import { towerFindings } from './bed.ts';
import type { Finding } from './finding.ts';

/** What a maker should know of a network that a printer can print all the same. */
export function printerFindings(scene: Scene, files: readonly PlannedFile[], printer: Printer): Finding[] {
  const isColored = files.some(({ backend }) => backend.maxSlots !== undefined);
  const value = countSlots(scene.parts);
  const limit = printer.colors.slots;
  if (!isColored) return [];
  const findings = towerFindings(scene, printer);
  if (value > limit) {
    const about = { level: 'warning', path: ['slots'], printer: printer.name } as const;
    findings.push({ ...about, code: 'more-colors-than-slots', value, limit });
  }
  return findings;
}
