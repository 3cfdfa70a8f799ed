import type { Asked } from '@neurofab/job';
import { advanced, type History } from '../state/history.ts';
import type { PageState } from '../state/page-state.ts';
import { type Connection, Stopped } from '../worker/connection.ts';
import type { HANDLERS } from '../worker/handlers.ts';
import type { Stage } from './stage.ts';

/** The page at work: its state, and what acts on it. */
export interface Studio {
  readonly state: () => PageState;
  /** Changes the state, and with it all that is seen. */
  readonly set: (change: Partial<PageState>) => void;
  /** Goes to a place in a history: lays out what is asked for there, draws it and looks at it. */
  readonly show: (history: History<Asked>) => void;
  readonly stage: Stage;
  /** Answers while somebody types. */
  readonly planner: Connection<typeof HANDLERS>;
  /** Works for as long as it takes, and can be stopped. */
  readonly maker: Connection<typeof HANDLERS>;
}

/** Asks for something else, as one step. */
export function ask({ state, show }: Studio, asked: Asked): void {
  show(advanced(state().history, asked));
}

/** Says why something did not come out, unless somebody stopped it. */
export function fail({ set }: Studio, error: unknown): void {
  if (error instanceof Stopped) return;
  set({ message: { kind: 'fault', text: error instanceof Error ? error.message : String(error) } });
}

/** Does what takes a while, with a bar that says how far it is. Gives `undefined` where nothing came of it. */
export async function work<Result>(
  studio: Studio,
  what: string,
  job: (onProgress: (done: number) => void) => Promise<Result>,
): Promise<Result | undefined> {
  const { state, set } = studio;
  // There is one bar, for what was begun first.
  if (state().making !== undefined) return job(() => {}).catch((error) => fail(studio, error) as undefined);
  set({ making: { what, done: 0 }, saved: undefined, message: undefined });
  try {
    return await job((done) => set({ making: { what, done } }));
  } catch (error) {
    fail(studio, error);
    return undefined;
  } finally {
    set({ making: undefined });
  }
}
