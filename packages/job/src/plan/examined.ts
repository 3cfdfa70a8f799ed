import { examineLayers, examinePurge } from '@neurofab/printing';
import { refusals } from '../findings/finding.ts';
import { printFindings } from '../findings/print.ts';
import type { Plan } from './plan-job.ts';

/**
 * The same plan with what the layers of its model show of how it prints, too: `planJob` leaves that out, since it takes up to a
 * second. Nothing is added without a printer, or to a plan that is refused.
 */
export function examined(plan: Plan): Plan {
  const { printer, scene, scale, files, findings } = plan;
  if (printer === undefined || refusals(findings).length > 0) return plan;
  const isColored = files.some(({ backend }) => backend.maxSlots !== undefined);
  const found = [
    ...examineLayers(scene, printer, { scale }),
    ...(isColored ? examinePurge(scene, printer, { scale }) : []),
  ];
  return { ...plan, findings: [...findings, ...printFindings(found, files)] };
}
