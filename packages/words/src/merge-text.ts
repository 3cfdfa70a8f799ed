import { countSlots } from '@neurofab/core/internal';
import type { Plan } from '@neurofab/job';
import { namesInShort } from './color-rows.ts';

/** Which colours were merged because there are too few slots; `undefined` where none were. */
export function mergeText({ scene: { parts }, merged }: Pick<Plan, 'scene' | 'merged'>): string | undefined {
  if (merged.length === 0) return undefined;
  const slots = countSlots(parts);
  if (slots === 1) return `One slot, so everything is printed in ${parts[0]!.color}.`;
  const groups = new Map<string, string[]>();
  for (const { name, color, printedColor } of merged) {
    const change = `${color} → ${printedColor}`;
    groups.set(change, [...(groups.get(change) ?? []), name]);
  }
  const moved = [...groups].map(([change, names]) => `${namesInShort(names)} ${change}`);
  return `More colours than slots, so they share ${slots}: ${moved.join(', ')}.`;
}
