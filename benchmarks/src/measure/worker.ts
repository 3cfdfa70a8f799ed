import { performance } from 'node:perf_hooks';
import process from 'node:process';
import type { Job } from '../peers/task.ts';
import { TASKS, type TaskName } from '../peers/tasks.ts';
import type { Answer, RoundRequest } from './messages.ts';

// A contestant's own process: no one's heap, compiled code or WebAssembly memory is in the way of another's.
const [name, job] = JSON.parse(process.argv[2]!) as [TaskName, Job];

try {
  const task = await (await TASKS[name]())(job);
  process.on('message', async ({ measure }: RoundRequest) => {
    try {
      globalThis.gc?.();
      const start = performance.now();
      const result = await task.work();
      const milliseconds = performance.now() - start;
      answer({
        kind: 'done',
        milliseconds,
        // The operating system counts in kibibytes. Before measuring, which may read a whole file.
        maxRssBytes: process.resourceUsage().maxRSS * 1024,
        measured: measure ? task.measure(result) : undefined,
      });
    } catch (error) {
      answer({ kind: 'failed', message: textOf(error) });
    }
  });
  answer({ kind: 'ready' });
} catch (error) {
  const missing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
  answer(
    missing
      ? { kind: 'missing', message: (error as Error).message }
      : { kind: 'failed', message: textOf(error) },
  );
  process.disconnect();
}

function answer(answer: Answer): void {
  process.send?.(answer);
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
