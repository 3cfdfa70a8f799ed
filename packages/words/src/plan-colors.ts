import { countSlots } from '@neurofab/core/internal';
import type { Plan } from '@neurofab/job';
import { bandRows, type ColorRow, slotRows } from './color-rows.ts';
import { mergeText } from './merge-text.ts';

/** What there is to say of a plan's colours. */
export interface PlanColors {
  /** What rows are told apart by: the slot that prints something, or the height from which on filament is in. */
  readonly by: 'slot' | 'height';
  /** None where no file holds colours. */
  readonly rows: readonly ColorRow[];
  /** What files do not hold, and which colours were merged, in sentences. */
  readonly notes: readonly string[];
}

/** Which slot prints what, or where to change filament by hand. */
export function planColors(plan: Plan): PlanColors {
  const { scene, files } = plan;
  const isColorless = countSlots(scene.parts) > 1 && files.every(({ backend }) => backend.holds === 'body');
  const isSplit = files.some(({ portion }) => (portion?.part ?? portion?.slot) !== undefined);
  const hasSlots = !isColorless || isSplit;
  const merge = hasSlots ? mergeText(plan) : undefined;
  const notes = [
    ...(isColorless ? colorlessNotes(plan, isSplit) : []),
    ...(merge === undefined ? [] : [merge]),
  ];
  if (scene.colorBands !== undefined) return { by: 'height', rows: bandRows(scene.colorBands), notes };
  return { by: 'slot', rows: hasSlots ? slotRows(scene) : [], notes };
}

function colorlessNotes({ scene, files }: Plan, isSplit: boolean): string[] {
  if (isSplit) return ['An STL holds no colours: the slicer has to be told which slot prints each file.'];
  if (scene.colorBands !== undefined) return [];
  const isOneBody = files.length === 1 && files[0]!.bodies === 'fused' && scene.pieces.length === 1;
  return [`${isOneBody ? 'One body: an' : 'An'} STL holds no colours, a 3MF does.`];
}
