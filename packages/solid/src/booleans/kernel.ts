import type { Manifold, ManifoldToplevel } from 'manifold-3d';

export type { Manifold };

/** manifold-3d, ready for use. */
export type Kernel = ManifoldToplevel;

let loading: Promise<Kernel> | undefined;

/** Loads the WebAssembly kernel at the first call: few networks ever need it. */
export function loadKernel(): Promise<Kernel> {
  loading ??= initialize().catch((error) => {
    // The next call tries again: a page's network may be back by then.
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Has the next call load a new kernel. */
export function dropKernel(): void {
  loading = undefined;
}

async function initialize(): Promise<Kernel> {
  const { default: start } = await import('manifold-3d');
  const kernel = await start();
  kernel.setup();
  return kernel;
}
