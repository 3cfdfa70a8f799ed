import { isUnlettered } from '@neurofab/job';
import type { Studio } from './studio.ts';

/** Gives a function that has the worker find out how text looks, the newest, however often that changes meanwhile, and then shows it. */
export function lettering({ state, set, show, planner }: Studio): () => Promise<void> {
  let isAsking = false;
  const isUnknown = () => isUnlettered({ ...state().shown, lettering: state().lettering });

  return async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      while (isUnknown()) set({ lettering: await planner.call('letters', state().shown) });
      isAsking = false;
      show(state().history);
    } catch (error) {
      isAsking = false;
      const message = error instanceof Error ? error.message : String(error);
      set({ faults: [{ path: ['text'], message }] });
    }
  };
}
