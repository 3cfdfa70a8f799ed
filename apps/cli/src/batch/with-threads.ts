import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { FORMATS, type Format } from '@neurofab/job';
import { type Task, WORK, type Work } from './work.ts';

export interface ThreadsOptions {
  /** The most threads. */
  readonly cores: number;
  readonly formats: readonly Format[];
}

/** What came of the network at an index. */
export interface Done<Does extends keyof Work> {
  readonly index: number;
  readonly result: Awaited<ReturnType<Work[Does]>>;
}

/** Does something with each of a list of networks, and gives the results as they come. */
export type EachInThreads = <Does extends keyof Work>(
  does: Does,
  tasks: readonly Task[],
) => AsyncGenerator<Done<Does>>;

/** Fewer networks are made before threads have started. */
const WORTH_THREADS = 3;

/** Lends out threads, which are started when there is enough for them to do, and ends them. */
export async function withThreads<Result>(
  { cores, formats }: ThreadsOptions,
  use: (each: EachInThreads) => Promise<Result>,
): Promise<Result> {
  const workers: Worker[] = [];
  // A format cannot be handed to a thread, which knows its own.
  const most = formats === FORMATS ? cores : 1;
  try {
    return await use((does, tasks) => {
      if (most === 1 || tasks.length < WORTH_THREADS) return oneByOne(does, tasks, formats);
      while (workers.length < Math.min(most, tasks.length)) {
        workers.push(new Worker(new URL('./batch-thread.js', import.meta.url)));
      }
      return inWorkers(does, tasks, workers);
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function* oneByOne<Does extends keyof Work>(
  does: Does,
  tasks: readonly Task[],
  formats: readonly Format[],
): AsyncGenerator<Done<Does>> {
  for (const [index, task] of tasks.entries()) {
    yield { index, result: (await WORK[does](task, formats)) as Done<Does>['result'] };
  }
}

async function* inWorkers<Does extends keyof Work>(
  does: Does,
  tasks: readonly Task[],
  workers: readonly Worker[],
): AsyncGenerator<Done<Does>> {
  const waiting = [...tasks.entries()];
  const running = new Map<Worker, Promise<Done<Does> & { readonly worker: Worker }>>();
  const start = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) return;
    const [index, task] = next;
    const answer = once(worker, 'message').then(([result]) => ({ worker, index, result }));
    // It is awaited once whoever takes results comes back.
    answer.catch(() => {});
    running.set(worker, answer);
    worker.postMessage({ does, task });
  };
  workers.forEach(start);
  while (running.size > 0) {
    const { worker, index, result } = await Promise.race(running.values());
    running.delete(worker);
    start(worker);
    yield { index, result };
  }
}
