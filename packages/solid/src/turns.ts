/** How long a job works before it gives other work a turn, in milliseconds: a frame of a screen. */
const TURN = 16;

/** To be called between the steps of a job: gives other work a turn when it is due, then rejects if the signal says so. */
export type TakeTurn = () => Promise<void>;

export function takeTurns(signal: AbortSignal | undefined): TakeTurn {
  let started = performance.now();
  return async () => {
    if (performance.now() - started > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      started = performance.now();
    }
    signal?.throwIfAborted();
  };
}
