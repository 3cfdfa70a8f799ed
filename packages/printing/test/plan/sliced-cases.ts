import { readFileSync } from 'node:fs';
import { layout, type NetworkSpecInput, parseNetworkSpec, type Scene } from '@neurofab/core';

import type { PaceId } from '@neurofab/printers';

/** What PrusaSlicer said of a network, as `scripts/slice-cases.js` has written it. */
export interface SlicedCase {
  readonly network: NetworkSpecInput;
  readonly slots: number;
  readonly grams: readonly number[];
  readonly supportGrams: number;
  readonly minutes: number;
  readonly toolChanges: number;
}

/** The cases that the planner's numbers were not fitted to, sliced for a steady machine or for a quick one. */
export function heldOutCases(pace: PaceId = 'steady'): SlicedCase[] {
  const file = pace === 'steady' ? 'held-out' : 'held-out-quick';
  const text = readFileSync(new URL(`../../cases/${file}.jsonl`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

export function sceneOf({ network, slots }: SlicedCase): Scene {
  return layout(parseNetworkSpec(network), { slots });
}
