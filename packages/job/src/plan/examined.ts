import { MODE_TRAITS } from '@neurofab/core/internal';
import { examineLayers, examinePurge } from '@neurofab/printing';
import type { Asked } from '../asked/asked.ts';
import { type Finding, refusals } from '../findings/finding.ts';
import { withSoundRemedies } from '../findings/sound-remedies.ts';
import { draftJob, type Plan, type PlanOptions } from './plan-job.ts';

/**
 * The same plan with what the layers of its model show of how it prints, too: `planJob` leaves that out, since it takes up to a
 * second. Nothing is added without a printer, or to a plan that is refused.
 */
export function examined(plan: Plan, options: PlanOptions = {}): Plan {
  const { asked, printer, scene, scale, files, findings } = plan;
  if (printer === undefined || refusals(findings).length > 0) return plan;
  const isColored = files.some(({ backend }) => backend.maxSlots !== undefined);
  const found = [
    ...examineLayers(scene, printer, { scale }),
    ...(isColored ? examinePurge(scene, printer, { scale }) : []),
  ];
  const known = [...findings, ...found];
  const findingsOf = (other: Asked) => {
    const draft = draftJob(other, options);
    // What lies stands well on its foot; whether another network does only its layers tell.
    if (MODE_TRAITS[draft.spec.mode].lies) return draft.findings;
    return [...draft.findings, ...examineLayers(draft.scene, printer, { scale: draft.scale })];
  };
  const sound = <Some extends Finding>(some: readonly Some[]) =>
    withSoundRemedies(some, { asked, known, findingsOf });
  return { ...plan, findings: [...sound(findings), ...sound(found)] };
}
