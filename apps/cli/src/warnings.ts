import { layoutWarnings, type Scene } from '@neurofab/core';
import { InputError } from './errors.ts';
import type { Output } from './plan-outputs.ts';
import type { WrittenFile } from './write-outputs.ts';

/** The most filaments that one colour unit holds. */
const SLOTS_OF_ONE_UNIT = 4;

/** What should be known before the work starts. Throws an InputError for more colours than a format can hold. */
export function warningsBefore(scene: Scene, outputs: readonly Output[]): string[] {
  return [...layoutWarnings(scene.spec), ...slotWarnings(scene, outputs)];
}

/** What only the work shows. */
export function warningsAfter(outputs: readonly Output[], files: readonly WrittenFile[]): string[] {
  const written = new Set(files.map(({ path }) => path));
  return outputs
    .filter(({ part, path }) => part !== undefined && !written.has(path))
    .map(({ part, path }) => `${path}: Was not written, since other parts cover all of ${part}.`);
}

function slotWarnings({ parts }: Scene, outputs: readonly Output[]): string[] {
  const slots = Math.max(...parts.map(({ slot }) => slot));
  const limits = outputs.flatMap(({ format }) => format.maxSlots ?? []);
  const fewer = '--layer-colors with fewer colours makes layers share them.';
  if (slots > Math.min(...limits)) {
    throw new InputError([
      `The network has ${slots} colours, but slicers take at most ${Math.min(...limits)}; ${fewer}`,
    ]);
  }
  if (limits.length === 0 || slots <= SLOTS_OF_ONE_UNIT) return [];
  return [`The network has ${slots} colours, but most colour units hold ${SLOTS_OF_ONE_UNIT}; ${fewer}`];
}
