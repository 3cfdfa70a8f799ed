import { type Mesh, SpecError } from '@neurofab/core';
import { takeTurns } from '@neurofab/core/internal';
import { dropKernel, type Kernel, loadKernel, type Manifold } from './kernel.ts';

/** Booleans on manifolds that it frees itself: intermediate ones at once, all others when it is closed. */
export interface Bench {
  /** A manifold of a closed mesh; its triangles keep the label through every boolean. */
  make(mesh: Mesh, label: number): Manifold;
  /** `undefined` for none. Merges neighbours in the list first, so it wants those that stand together to follow each other. */
  union(manifolds: readonly Manifold[]): Promise<Manifold | undefined>;
  difference(minuend: Manifold, subtrahend: Manifold): Promise<Manifold>;
  close(): void;
}

/** What a job of booleans heeds and tells. */
export interface BooleanJob {
  readonly signal?: AbortSignal | undefined;
  /** Told after every boolean. */
  readonly onBoolean?: (() => void) | undefined;
}

/** Gives `use` a bench, and closes it. Throws a SpecError when the kernel runs out of memory. */
export async function withBench<Result>(
  job: BooleanJob,
  use: (bench: Bench, kernel: Kernel) => Promise<Result>,
): Promise<Result> {
  const kernel = await loadKernel();
  const bench = openBench(kernel, job);
  try {
    const result = await use(bench, kernel);
    bench.close();
    return result;
  } catch (error) {
    if (!isOutOfMemory(error)) {
      bench.close();
      throw error;
    }
    // It leaves a kernel that nothing can be asked of.
    dropKernel();
    const message =
      'To join this network takes more memory than WebAssembly has. A coarser resolution or fewer nodes take less, shells hardly any.';
    throw new SpecError([{ path: [], message }]);
  }
}

/** A failed allocation ends in what WebAssembly throws by itself, or in a C++ exception, which comes out as a bare address. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || typeof error === 'number';
}

function openBench(kernel: Kernel, { signal, onBoolean }: BooleanJob): Bench {
  const held = new Set<Manifold>();
  const takeTurn = takeTurns(signal);

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
    onBoolean?.();
    await takeTurn();
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
