// biome-ignore-start lint/correctness/noNodejsModules: package.json gives this file to Node alone, as `#worker`.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
// biome-ignore-end lint/correctness/noNodejsModules: see above
import type { StartUnionWorker } from './messages.ts';

/** How many threads the machine runs side by side. */
export const parallelism: () => number = availableParallelism;

/** Starts a thread of Node. Run from source there is no such file, so the worker ends before it starts. */
export const startWorker: StartUnionWorker = ({ onReply, onEnd }) => {
  const entry = new URL('./worker-entry.node.js', import.meta.url);
  // Not the flags that Node itself was started with: some, as --input-type, go with no file.
  const worker = new Worker(entry, { execArgv: [] });
  worker.on('message', onReply);
  worker.on('error', onEnd);
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => void worker.terminate(),
  };
};
