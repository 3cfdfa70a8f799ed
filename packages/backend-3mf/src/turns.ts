/** How long a job works before it gives other work a turn, in milliseconds. */
const TURN = 30;

/**
 * Lets a long job be interrupted: to be awaited often, it now and then lets timers, input and whoever else waits have
 * their turn, and then throws the signal's reason if there is one.
 */
export function startTurns(signal: AbortSignal | undefined): () => Promise<void> | undefined {
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
