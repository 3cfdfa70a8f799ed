/** How long a job works before it gives other work a turn, in milliseconds: two frames of a screen. */
const TURN = 30;

/** To be awaited between the steps of a job: gives other work a turn when it is due, then throws if the signal says so. */
export type TakeTurn = () => Promise<void> | undefined;

/** Lets a long job be interrupted: timers, input and whoever else waits have their turn, and a signal is heeded. */
export function takeTurns(signal: AbortSignal | undefined): TakeTurn {
  let started = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - started < TURN) return undefined;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      started = performance.now();
      signal?.throwIfAborted();
    });
  };
}
