import type { CallMessage, Handlers, Message } from './call.ts';

export interface CallOptions {
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** A worker as a page sees it. */
export interface Connection<Known extends Handlers> {
  /** Asks for something. Rejects with an Error that says why there is no answer, or with `Stopped`. */
  call<Name extends keyof Known & string>(
    name: Name,
    input: Parameters<Known[Name]>[0],
    options?: CallOptions,
  ): Promise<Awaited<ReturnType<Known[Name]>>>;
  /** Ends the worker at once, whatever it is doing; the next call starts another one. */
  stop(): void;
}

/** Why a call has no answer: somebody stopped the worker. */
export class Stopped extends Error {
  override readonly name: string = 'Stopped';
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: CallOptions['onProgress'];
}

/** Connects to a worker, which is started when it is first asked, and again after it was stopped or broke down. */
export function connect<Known extends Handlers>(start: () => Worker): Connection<Known> {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let last = 0;

  const end = (reason: Error) => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of pending.values()) reject(reason);
    pending.clear();
  };

  const started = () => {
    if (worker !== undefined) return worker;
    worker = start();
    worker.onmessage = ({ data }: MessageEvent<Message>) => {
      const call = pending.get(data.id);
      if (call === undefined) return;
      if ('done' in data) {
        call.onProgress?.(data.done);
        return;
      }
      pending.delete(data.id);
      if ('error' in data) call.reject(new Error(data.error));
      else call.resolve(data.result);
    };
    worker.onerror = ({ message }) => end(new Error(message || 'The work broke down.'));
    return worker;
  };

  return {
    call: (name, input, { onProgress } = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        pending.set(id, { resolve: resolve as (result: unknown) => void, reject, onProgress });
        started().postMessage({ id, name, input } satisfies CallMessage);
      }),
    stop: () => end(new Stopped('It was stopped.')),
  };
}
