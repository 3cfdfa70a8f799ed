import type { Options, SingleBar } from 'cli-progress';
import type { Io } from '../io.ts';

/** Shorter work is over before a bar could be read. */
const DELAY_MILLISECONDS = 500;

export interface Progress {
  readonly update: (done: number) => void;
  /** Takes the bar away. */
  readonly stop: () => void;
}

/** Shows a progress bar while some work is done, unless nobody wants to hear of it. */
export async function withProgress<Result>(
  quiet: boolean,
  io: Io,
  use: (onProgress: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  if (quiet) return use(() => {});
  const progress = await startProgress(io);
  try {
    return await use(progress.update);
  } finally {
    progress.stop();
  }
}

/** A progress bar on standard error, if that is a terminal and the work takes a while. */
async function startProgress(io: Io): Promise<Progress> {
  if (io.stderr.isTTY !== true) return { update: () => {}, stop: () => {} };
  // Only here: to load it takes 12 ms, and scripts never see it.
  const { Presets, SingleBar } = await import('cli-progress');
  const start = io.now();
  let bar: SingleBar | undefined;
  let most = 0;
  return {
    update(done) {
      most = Math.max(most, Math.min(done, 1));
      // Asked here and not by a timer: making bodies leaves timers no turn.
      if (io.now() - start < DELAY_MILLISECONDS) return;
      if (bar === undefined) {
        bar = new SingleBar(barOptions(io), Presets.shades_classic);
        bar.start(100, 0);
      }
      bar.update(Math.round(most * 100));
    },
    stop: () => bar?.stop(),
  };
}

function barOptions(io: Io): Options {
  return {
    stream: io.stderr,
    format: '{bar} {percentage} %',
    barsize: 30,
    clearOnComplete: true,
    // These would outlive an interrupt: a listener for it, a hidden cursor, a terminal that no longer wraps lines.
    gracefulExit: false,
    hideCursor: false,
    linewrap: true,
  };
}
