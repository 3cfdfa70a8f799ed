import type { Outline } from '@neurofab/core';
import { unletteredText } from '@neurofab/job';
import type { Studio } from './studio.ts';

/** The most lines of text that are kept: as many as somebody types and takes back. */
const MAX_LINES = 100;

/** Gives a function that has the worker find out how text looks, the newest, however often that changes meanwhile, and then shows it. */
export function lettering(studio: Studio): () => Promise<void> {
  const { state, set, show, planner } = studio;
  let isAsking = false;
  const unknown = () => unletteredText({ ...state().shown, lettering: state().lettering });

  return async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      for (let text = unknown(); text !== undefined; text = unknown()) {
        keep(text, await planner.call('outline', text));
      }
      isAsking = false;
      show(state().history);
    } catch (error) {
      isAsking = false;
      const message = error instanceof Error ? error.message : String(error);
      set({ faults: [{ path: ['text'], message }] });
    }
  };

  function keep(text: string, outline: Outline): void {
    const before = Object.entries(state().lettering.lines).slice(1 - MAX_LINES);
    set({ lettering: { lines: Object.fromEntries([...before, [text, outline]]) } });
  }
}
