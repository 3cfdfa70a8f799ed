import type { StartUnionWorker, UnionReply } from './messages.ts';

/** How many threads the machine runs side by side, as far as the browser says. */
export function parallelism(): number {
  return navigator.hardwareConcurrency ?? 1;
}

/** Starts a Web Worker. Written so that bundlers find its file. */
export const startWorker: StartUnionWorker = ({ onReply, onEnd }) => {
  const worker = new Worker(new URL('./worker-entry.web.js', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<UnionReply>) => onReply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onEnd(new Error(event.message));
  };
  return {
    post: (request) => worker.postMessage(request),
    terminate: () => worker.terminate(),
  };
};
