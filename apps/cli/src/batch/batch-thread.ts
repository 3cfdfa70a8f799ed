// What each thread of a set runs.
import { parentPort } from 'node:worker_threads';
import { type Task, WORK, type Work } from './work.ts';

parentPort!.on('message', async ({ does, task }: { does: keyof Work; task: Task }) => {
  const result = await WORK[does](task);
  const files = 'files' in result ? result.files : [];
  // Handed over, not copied.
  parentPort!.postMessage(
    result,
    files.flatMap((bytes) => (bytes === undefined ? [] : [bytes.buffer as ArrayBuffer])),
  );
});
