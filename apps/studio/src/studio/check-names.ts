import { MAX_NAMES, named } from '../state/names.ts';
import type { AskedSet } from '../worker/handlers.ts';
import type { Studio } from './studio.ts';

export interface CheckNamesOptions {
  readonly worker: Studio['planner'];
  /** Whether somebody still wants to know; they do if left out. */
  readonly isWanted?: () => boolean;
}

/** Shows which names cannot be made, and why; gives whether all can. */
export async function checkNames(
  { state, set }: Studio,
  { asked, names, format }: AskedSet,
  { worker, isWanted = () => true }: CheckNamesOptions,
): Promise<boolean> {
  if (names.length > MAX_NAMES) return false;
  const faults = new Map<string, string>();
  for (const name of new Set(names)) {
    const fault = await worker.call('refusal', { asked: named(asked, name), format });
    if (!isWanted()) return false;
    if (fault !== undefined) faults.set(name, fault);
  }
  set({ names: { ...state().names, faults } });
  return faults.size === 0;
}
