import type { Asked } from '@neurofab/job';
import type { PageState } from '../state/page-state.ts';
import { checkNames } from './check-names.ts';
import { drawStill } from './draw-still.ts';
import { fail, type Studio } from './studio.ts';

/** How long nothing changes before that is looked at which takes a moment, in milliseconds. */
const PAUSE = 400;

/** Gives a function that has the worker look at what is asked for: the newest, however often that changes meanwhile. */
export function looking(studio: Studio): () => void {
  const { state, set, planner } = studio;
  let isLooking = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    clearTimeout(pause);
    try {
      let asked: Asked;
      do {
        asked = state().shown;
        const report = await planner.call('report', asked);
        set({ report, findings: report.findings, print: undefined });
      } while (asked !== state().shown && state().faults.length === 0);
      pause = setTimeout(lookCloser, PAUSE);
    } catch (error) {
      fail(studio, error);
    } finally {
      isLooking = false;
    }
  };

  const lookCloser = async () => {
    const { shown: asked, history, names } = state();
    if (state().faults.length > 0) return;
    set({ change: inWords(state()) });
    try {
      await drawStill(studio);
      const print = await planner.call('print', asked);
      if (asked === state().shown) set({ print, findings: print.findings });
      await checkNames(
        studio,
        { asked: history.now, names: names.list },
        { worker: planner, isWanted: () => history === state().history && names.list === state().names.list },
      );
    } catch (error) {
      fail(studio, error);
    }
  };

  return look;
}

/** The model for those who cannot see it. */
function inWords({ standing, report }: PageState): string {
  return [standing.scene.description, report?.size, report?.fit]
    .filter((text) => text !== undefined)
    .join('. ');
}
