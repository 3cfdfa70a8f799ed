/** What was, is and would be again: steps back and forth through states, none of which changes. */
export interface History<State> {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
  /** The control that is being dragged: all that it does is one step. */
  readonly drag?: string | undefined;
}

/** More than anybody goes back; older steps are forgotten. */
const MAX_STEPS = 500;

/** A history that begins with a state. */
export function historyOf<State>(now: State): History<State> {
  return { past: [], now, future: [] };
}

/** The next state. While one control is dragged, which `drag` names, its states replace one another. */
export function advanced<State>(history: History<State>, now: State, drag?: string): History<State> {
  const goesOn = drag !== undefined && drag === history.drag;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-MAX_STEPS);
  return { past, now, future: [], drag };
}

/** The same once nothing is dragged any more. */
export function settled<State>(history: History<State>): History<State> {
  return { ...history, drag: undefined };
}

/** One step back; the same where there is none. */
export function undone<State>({ past, now, future }: History<State>): History<State> {
  if (past.length === 0) return { past, now, future };
  return { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] };
}

/** One step forth; the same where there is none. */
export function redone<State>({ past, now, future }: History<State>): History<State> {
  const [next, ...rest] = future;
  return next === undefined ? { past, now, future } : { past: [...past, now], now: next, future: rest };
}
