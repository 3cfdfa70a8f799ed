import { fileURLToPath } from 'node:url';

/** A file of this folder, `benchmarks/`, from the compiled code in `dist/commands/`. */
export function inBenchmarks(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The executable of the `neurofab` command, as npm gets it. */
export const NEUROFAB: string = inBenchmarks('node_modules/neurofab/bundle/neurofab.js');
