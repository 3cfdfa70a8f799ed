import initialize, { type Manifold, type ManifoldToplevel } from 'manifold-3d';

export type { Manifold };

/** manifold-3d, ready for use. */
export type Kernel = ManifoldToplevel;

let loading: Promise<Kernel> | undefined;

/** Loads the WebAssembly kernel at the first call. */
export function loadKernel(): Promise<Kernel> {
  loading ??= initialize().then(
    (kernel) => {
      kernel.setup();
      return kernel;
    },
    (error) => {
      // The next call tries again: a page's network may be back by then.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Has the next call load a new kernel. */
export function dropKernel(): void {
  loading = undefined;
}
