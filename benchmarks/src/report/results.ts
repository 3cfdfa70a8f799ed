import type { CaseResult } from '../measure/run-case.ts';
import type { GrowthRow } from '../measure/run-growth.ts';
import type { MemoryRow } from '../measure/run-memory.ts';
import type { Machine } from './machine.ts';

/** All that a run found out. */
export interface Results {
  /** The day, as `2026-01-31`. */
  readonly date: string;
  readonly machine: Machine;
  readonly blenderScript: 'of the seed document' | 'ours, with its operators';
  readonly cases: readonly CaseResult[];
  readonly growth: readonly GrowthRow[];
  readonly memory: readonly MemoryRow[];
}
