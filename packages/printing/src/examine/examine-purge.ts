import { layout, type Mode, type NetworkScene } from '@neurofab/core';
import { countSlots } from '@neurofab/core/internal';
import { filamentChange, type Printer } from '@neurofab/printers';
import { type PrintPlan, plan } from '../plan/plan.ts';
import type { ExamineOptions } from './check.ts';
import type { PrintFinding, PrintRemedy } from './print-finding.ts';
import { changedSpec } from './remedies.ts';
import { rounded } from './rounded.ts';

/** More filament thrown away between colours than printed. */
export function examinePurge(
  scene: NetworkScene,
  printer: Printer,
  { scale = 1 }: ExamineOptions = {},
): PrintFinding[] {
  const slots = countSlots(scene.parts);
  const planned = slots > 1 ? plan(scene, printer) : undefined;
  if (planned === undefined || isWell(planned)) return [];
  const remedies = [scene.source.mode, ...LYING].flatMap((mode, i, modes): PrintRemedy[] => {
    if (modes.indexOf(mode) < i) return [];
    const change = mode === scene.source.mode ? {} : { mode };
    const spec = changedSpec(scene.source, change, scale);
    const planOf = (count: number) =>
      spec && plan(layout(spec, { slots: count }), printer, { isRough: true });
    const most = mostSlots(mode === scene.source.mode ? planned : planOf(slots), slots, planOf);
    return most === undefined ? [] : [{ ...change, ...(most < slots && { slots: most }) }];
  });
  return [
    {
      code: 'much-purge',
      level: 'note',
      path: ['slots'],
      value: rounded(planned.purgeGrams),
      limit: rounded(planned.grams),
      source: filamentChange(printer).source,
      process: printer.process,
      ...(remedies.length > 0 && { remedies }),
    },
  ];
}

/** What has the fewest changes, which are those of a layer times the layers that have colours. */
const LYING: readonly Mode[] = ['flat', 'plaque'];

function isWell({ purgeGrams, grams }: PrintPlan): boolean {
  return purgeGrams <= grams;
}

/** The most slots, two at least, with which less is thrown away than printed; `undefined` where there are none. */
function mostSlots(
  withAll: PrintPlan | undefined,
  slots: number,
  planOf: (slots: number) => PrintPlan | undefined,
): number | undefined {
  if (withAll === undefined) return undefined;
  if (isWell(withAll)) return slots;
  for (let count = slots - 1; count > 1; count--) {
    // A layer has at most one change less than it has colours: often that alone says that there are too many.
    if ((withAll.purgeGrams * (count - 1)) / (slots - 1) > withAll.grams) continue;
    const planned = planOf(count);
    if (planned !== undefined && isWell(planned)) return count;
  }
  return undefined;
}
