import { type Mesh, SpecError } from '@neurofab/core';
import { parallelism, startWorker } from '#worker';
import type { BooleanJob } from '../bench.ts';
import type { StartUnionWorker, UnionReply, UnionWorker } from './messages.ts';
import { uniteMeshes } from './unite-meshes.ts';

/** Unites meshes, several unions at a time if it has workers. Wherever a union is made, its mesh is the same. */
export interface UnionPool {
  /** The union of closed meshes as one closed mesh. Rejects with the signal's reason at once when the job is aborted. */
  unite(meshes: readonly Mesh[]): Promise<Mesh>;
  /** Stops all workers. */
  close(): void;
}

/** No more workers than this, for each has a kernel and memory of its own. */
const MAX_WORKERS = 4;
/**
 * Pairs of connections that a pool with workers is for, each nearly a millisecond of work. Below, their start costs about what
 * they gain; above, single booleans take so long that neither a page nor an abort should wait for them.
 */
const PAIRS_WORTH_WORKERS = 2000;

/** How many workers are to make unions of so many connections each. */
export function countWorkers(connections: readonly number[]): number {
  const pairs = connections.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  return pairs < PAIRS_WORTH_WORKERS ? 0 : Math.min(connections.length, parallelism(), MAX_WORKERS);
}

/** Opens a pool of so many workers. With none, or where none starts, it unites in this thread. */
export function openUnionPool(
  workers: number,
  job: BooleanJob,
  start: StartUnionWorker = startWorker,
): UnionPool {
  const lanes = Array.from({ length: workers }, () => openLane(start, job));
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  let isClosed = false;
  let unionsHere: Promise<unknown> = Promise.resolve();

  const uniteInLane = async (meshes: readonly Mesh[]) => {
    const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
    try {
      return await lane.unite(meshes);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(lane);
      else next(lane);
    }
  };
  /** One after the other, for together they would only take more memory. */
  const uniteHere = (meshes: readonly Mesh[]) => {
    const union = unionsHere.then(() => {
      if (isClosed) throw new Error('The pool is closed.');
      return uniteMeshes(meshes, job);
    });
    unionsHere = union.catch(() => {});
    return union;
  };

  return {
    async unite(meshes) {
      const united = workers > 0 ? await uniteInLane(meshes) : undefined;
      return united ?? uniteHere(meshes);
    },
    close() {
      isClosed = true;
      for (const lane of lanes) lane.close();
    },
  };
}

/** One worker and its present union. */
interface Lane {
  /** `undefined` if the worker did not start. */
  unite(meshes: readonly Mesh[]): Promise<Mesh | undefined>;
  close(): void;
}

function openLane(start: StartUnionWorker, { signal, onBoolean }: BooleanJob): Lane {
  let worker: UnionWorker | undefined;
  let isReady = false;
  let present: { resolve(mesh: Mesh | undefined): void; reject(error: unknown): void } | undefined;

  const close = () => {
    worker?.terminate();
    worker = undefined;
  };
  const onEnd = (error: unknown) => {
    close();
    if (isReady) present?.reject(error);
    else present?.resolve(undefined);
  };
  const onReply = (reply: UnionReply) => {
    switch (reply.kind) {
      case 'ready':
        isReady = true;
        return;
      case 'boolean':
        return onBoolean?.();
      case 'united':
        return present?.resolve(reply.mesh);
      case 'failed':
        if (!isReady) return onEnd(reply.error);
        return present?.reject(reply.faults === undefined ? reply.error : new SpecError(reply.faults));
      default:
        throw new Error(`Unknown reply: ${JSON.stringify(reply satisfies never)}`);
    }
  };
  const onAbort = () => {
    close();
    present?.reject(signal?.reason);
  };

  try {
    worker = start({ onReply, onEnd });
  } catch {
    // A page may not allow workers.
  }
  return {
    async unite(meshes) {
      signal?.throwIfAborted();
      if (worker === undefined) return undefined;
      signal?.addEventListener('abort', onAbort);
      try {
        return await new Promise<Mesh | undefined>((resolve, reject) => {
          present = { resolve, reject };
          worker?.post({ meshes });
        });
      } finally {
        present = undefined;
        signal?.removeEventListener('abort', onAbort);
      }
    },
    close,
  };
}
