import { layout, type Scene } from '@neurofab/core';
import { countSlots } from '@neurofab/core/internal';
import { filamentChange, type Printer } from '@neurofab/printers';
import { plan } from '../plan/plan.ts';
import type { ExamineOptions } from './check.ts';
import type { PrintFinding, PrintRemedy } from './print-finding.ts';
import { changedSpec } from './remedies.ts';
import { rounded } from './rounded.ts';

/** More filament thrown away between colours than printed. */
export function examinePurge(
  scene: Scene,
  printer: Printer,
  { scale = 1 }: ExamineOptions = {},
): PrintFinding[] {
  const planned = countSlots(scene.parts) > 1 ? plan(scene, printer) : undefined;
  if (planned === undefined || planned.purgeGrams <= planned.grams) return [];
  const remedies = LYING.filter((remedy) => {
    const spec = remedy.mode === scene.source.mode ? undefined : changedSpec(scene.source, remedy, scale);
    const after = spec && plan(layout(spec, { slots: countSlots(scene.parts) }), printer, { isRough: true });
    return after !== undefined && after.purgeGrams <= after.grams;
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
const LYING: readonly PrintRemedy[] = [{ mode: 'flat' }, { mode: 'plaque' }];
