import { checkMesh, type Mesh, SpecError } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import type { StartUnionWorker, UnionReply, UnionRequest } from '../../src/unite/messages.ts';
import { serveUnions } from '../../src/unite/serve-unions.ts';
import { countWorkers, openUnionPool } from '../../src/unite/union-pool.ts';
import { gapMeshes } from './gap-meshes.ts';

const GAPS = gapMeshes([2, 3, 3, 2], 7);
const BOOLEANS = GAPS.reduce((sum, gap) => sum + gap.length - 1, 0);

/** Workers in this thread, which speak through the same copies of data as real ones. */
function pretendWorkers(answer?: (request: UnionRequest, reply: (reply: UnionReply) => void) => void) {
  const log = { started: 0, terminated: 0, requests: 0 };
  const start: StartUnionWorker = ({ onReply }) => {
    log.started++;
    let isTerminated = false;
    const reply = (message: UnionReply) => {
      const copy = structuredClone(message);
      setTimeout(() => isTerminated || onReply(copy));
    };
    if (answer !== undefined) reply({ kind: 'ready' });
    const serve =
      answer === undefined ? serveUnions(reply) : (request: UnionRequest) => answer(request, reply);
    return {
      post(request) {
        log.requests++;
        void serve(structuredClone(request));
      },
      terminate() {
        log.terminated++;
        isTerminated = true;
      },
    };
  };
  return { start, log };
}

async function uniteAll(workers: number, start?: StartUnionWorker, signal?: AbortSignal) {
  let booleans = 0;
  const pool = openUnionPool(workers, { signal, onBoolean: () => booleans++ }, start);
  try {
    return { meshes: await Promise.all(GAPS.map((gap) => pool.unite(gap))), booleans };
  } finally {
    pool.close();
  }
}

const bytes = (meshes: readonly Mesh[]) =>
  meshes.map(({ positions, indices }) => [[...positions], [...indices]]);

describe('a pool of unions', () => {
  it('makes the same meshes with any number of workers, none too, and counts the booleans', async () => {
    const here = await uniteAll(0);
    for (const mesh of here.meshes) expect(checkMesh(mesh)).toMatchObject({ openEdges: 0, components: 1 });
    expect(here.booleans).toBe(BOOLEANS);
    for (const workers of [1, 2, 4]) {
      const { start, log } = pretendWorkers();
      const there = await uniteAll(workers, start);
      expect(bytes(there.meshes)).toEqual(bytes(here.meshes));
      expect(there.booleans).toBe(BOOLEANS);
      expect(log).toEqual({ started: workers, terminated: workers, requests: GAPS.length });
    }
  });

  it.each<[string, StartUnionWorker]>([
    [
      'may not be started',
      () => {
        throw new Error('refused');
      },
    ],
    [
      'do not start',
      ({ onEnd }) => {
        setTimeout(() => onEnd(new Error('no such file')));
        return { post: () => {}, terminate: () => {} };
      },
    ],
    [
      'have no kernel',
      ({ onReply }) => ({
        post: () => setTimeout(() => onReply({ kind: 'failed', error: new Error('no such file') })),
        terminate: () => {},
      }),
    ],
  ])('does it in this thread where workers %s', async (_, start) => {
    const [fallback, here] = [await uniteAll(2, start), await uniteAll(0)];
    expect(bytes(fallback.meshes)).toEqual(bytes(here.meshes));
    expect(fallback.booleans).toBe(BOOLEANS);
  });

  it('does it in this thread where there is no file for the worker, as when run from source', async () => {
    expect(bytes((await uniteAll(2)).meshes)).toEqual(bytes((await uniteAll(0)).meshes));
  });

  it('passes on what a worker says is wrong, faults as a SpecError', async () => {
    const faults = [{ path: ['layers'], message: 'Too many.' }];
    const failing = (reply: UnionReply) => uniteAll(2, pretendWorkers((_, answer) => answer(reply)).start);
    const spec = failing({ kind: 'failed', error: new Error('faults'), faults });
    await expect(spec).rejects.toBeInstanceOf(SpecError);
    await expect(spec).rejects.toMatchObject({ faults });
    const bug = failing({ kind: 'failed', error: new TypeError('a bug') });
    await expect(bug).rejects.toThrow(new TypeError('a bug'));
  });

  it('rejects when a worker dies at work', async () => {
    const start: StartUnionWorker = ({ onReply, onEnd }) => {
      setTimeout(() => onReply({ kind: 'ready' }));
      return { post: () => setTimeout(() => onEnd(new Error('out of memory')), 5), terminate: () => {} };
    };
    await expect(uniteAll(2, start)).rejects.toThrow('out of memory');
  });

  it('stops all workers when it is aborted, also if none ever answers', async () => {
    const { start, log } = pretendWorkers(() => {});
    const controller = new AbortController();
    const job = uniteAll(2, start, controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 5);
    await expect(job).rejects.toThrow('enough');
    expect(log).toMatchObject({ started: 2, terminated: 2 });
  });

  it('starts nothing when it is aborted before', async () => {
    const { start, log } = pretendWorkers();
    await expect(uniteAll(2, start, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(log.requests).toBe(0);
  });
});

describe('the number of workers', () => {
  it('is none where there is little to do', () => {
    expect(countWorkers([])).toBe(0);
    expect(countWorkers([6, 36, 6])).toBe(0);
  });

  it('is at least one where there is much to do, at most four, and no more than gaps', () => {
    expect(countWorkers([144])).toBe(1);
    expect([1, 2]).toContain(countWorkers([64, 64]));
    expect([1, 2, 3, 4]).toContain(countWorkers(Array(40).fill(64)));
  });
});
