import { type JobOptions, type Mesh, SpecError } from '@neurofab/core';
import { dropKernel, type Kernel, loadKernel, type Manifold } from './kernel.ts';

/** Booleans on manifolds that it frees itself: intermediate ones at once, all others when it is closed. */
export interface Bench {
  /** A manifold of a closed mesh; its triangles keep `label` through every boolean. */
  make(mesh: Mesh, label: number): Manifold;
  /** The half of a manifold with y ≥ 0. */
  half(manifold: Manifold): Manifold;
  /** `undefined` for none. Merges neighbours in the list first, so it wants those that stand together to follow each other. */
  union(manifolds: readonly Manifold[]): Promise<Manifold | undefined>;
  difference(minuend: Manifold, subtrahend: Manifold): Promise<Manifold>;
  close(): void;
}

/**
 * Gives `use` a bench for about `booleans` booleans, and closes it. Throws a SpecError when the kernel runs out of memory.
 */
export async function withBench<Result>(
  booleans: number,
  job: JobOptions,
  use: (bench: Bench, kernel: Kernel) => Promise<Result>,
): Promise<Result> {
  const kernel = await loadKernel();
  const bench = openBench(kernel, booleans, job);
  try {
    const result = await use(bench, kernel);
    bench.close();
    return result;
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) {
      bench.close();
      throw error;
    }
    // What WebAssembly throws by itself comes of a failed allocation, and leaves a kernel that nothing can be asked of.
    dropKernel();
    const message =
      'To join this network takes more memory than WebAssembly has. A coarser resolution or fewer nodes take less, shells hardly any.';
    throw new SpecError([{ path: [], message }]);
  }
}

/** How long a job works before it gives other work a turn, in milliseconds. */
const TURN = 30;

/** Opens a bench for a job of about `booleans` booleans, each of which moves its progress on and heeds its signal. */
function openBench(kernel: Kernel, booleans: number, { signal, onProgress }: JobOptions): Bench {
  const held = new Set<Manifold>();
  let finished = 0;
  let turnStarted = performance.now();

  const hold = (manifold: Manifold) => {
    held.add(manifold);
    return manifold;
  };
  const release = (manifold: Manifold) => {
    held.delete(manifold);
    manifold.delete();
  };
  /** Has the kernel work out what it would otherwise put off. */
  const workOut = async (manifold: Manifold) => {
    hold(manifold);
    const status = manifold.status();
    if (status !== 'NoError') throw new Error(`The geometry kernel says ${status}.`);
    onProgress?.(Math.min(1, ++finished / booleans));
    if (performance.now() - turnStarted > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      turnStarted = performance.now();
    }
    signal?.throwIfAborted();
    return manifold;
  };

  return {
    make({ positions, indices }, label) {
      const mesh = new kernel.Mesh({
        numProp: 3,
        vertProperties: positions,
        triVerts: indices,
        runIndex: Uint32Array.of(0, indices.length),
        runOriginalID: Uint32Array.of(label),
      });
      return hold(new kernel.Manifold(mesh));
    },
    half: (manifold) => hold(manifold.trimByPlane([0, 1, 0], 0)),
    async union(manifolds) {
      let row = [...manifolds];
      while (row.length > 1) {
        const merged: Manifold[] = [];
        for (let i = 0; i < row.length; i += 2) {
          const [left, right] = [row[i]!, row[i + 1]];
          merged.push(right === undefined ? left : await workOut(left.add(right)));
          const isIntermediate = row.length < manifolds.length;
          if (right !== undefined && isIntermediate) for (const used of [left, right]) release(used);
        }
        row = merged;
      }
      return row[0];
    },
    difference: (minuend, subtrahend) => workOut(minuend.subtract(subtrahend)),
    close() {
      for (const manifold of held) manifold.delete();
      held.clear();
    },
  };
}
