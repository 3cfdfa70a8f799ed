import type { Lettering } from '@neurofab/core';
import { unlettered } from '@neurofab/job';
import type { Studio } from './studio.ts';

/** The most lines of text that are kept: as many as somebody types and takes back. */
const MAX_LINES = 100;

/** Gives a function that has the worker find out how text looks, the newest, however often that changes meanwhile, and then shows it. */
export function lettering(studio: Studio): () => Promise<void> {
  const { state, set, show, planner } = studio;
  let isAsking = false;
  const unknown = () => unlettered({ ...state().history.now, lettering: state().lettering });

  return async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      for (let lines = unknown(); lines !== undefined; lines = unknown()) {
        keep(await planner.call('letter', lines));
      }
      isAsking = false;
      show(state().history);
    } catch (error) {
      isAsking = false;
      const message = error instanceof Error ? error.message : String(error);
      set({ faults: [{ path: ['text'], message }] });
    }
  };

  function keep({ lines, braille }: Lettering): void {
    const before = state().lettering;
    set({ lettering: { lines: newest(before.lines, lines), braille: newest(before.braille, braille) } });
  }
}

function newest<Line>(
  before: Readonly<Record<string, Line>> = {},
  lines: Readonly<Record<string, Line>> = {},
): Record<string, Line> {
  return Object.fromEntries(Object.entries({ ...before, ...lines }).slice(-MAX_LINES));
}
