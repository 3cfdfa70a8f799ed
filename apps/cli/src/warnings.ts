import { layoutWarnings, type Scene } from '@neurofab/core';
import type { Output } from './plan-outputs.ts';
import type { WrittenFile } from './write-outputs.ts';

/** The most filaments that one colour unit, and that any set of them, holds. */
const SLOTS_OF_ONE_UNIT = 4;
const SLOTS_OF_ALL_UNITS = 16;

/** What should be known before the work starts. */
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
  if (slots <= SLOTS_OF_ONE_UNIT || !outputs.some(({ format }) => format.hasSlots)) return [];
  const fewer = '--layer-colors with fewer colours makes layers share them.';
  return slots > SLOTS_OF_ALL_UNITS
    ? [
        `The network has ${slots} colours, but hardly any printer takes more than ${SLOTS_OF_ALL_UNITS}; ${fewer}`,
      ]
    : [`The network has ${slots} colours, but most colour units hold ${SLOTS_OF_ONE_UNIT}; ${fewer}`];
}
