import { countSlots, layoutWarnings, type Scene, type Settings, shortRecipeKeeps } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import { thinRodWarnings, towerWarnings } from './bed.ts';
import { InputError } from './errors.ts';
import type { Job } from './job.ts';
import { joiningWarnings } from './joining-warnings.ts';
import { largeFileWarnings } from './large-files.ts';
import type { Output } from './plan-outputs.ts';
import type { WrittenFile } from './write-outputs.ts';

/** The most filaments that one colour unit holds. */
const SLOTS_OF_ONE_UNIT = 4;

/**
 * What should be known before the work starts. Throws an InputError for more than a format, or the joining of bodies, can
 * hold, and a CommandError for more than a disk has room for.
 */
export async function warningsBefore(
  scene: Scene,
  outputs: readonly Output[],
  { printer, slots, settings }: Pick<Job, 'printer' | 'slots' | 'settings'>,
): Promise<string[]> {
  return [
    ...layoutWarnings(scene.source),
    ...(printer === undefined ? [] : printerWarnings(scene, outputs, printer)),
    ...slotWarnings(scene, outputs, slots),
    ...recipeWarnings(scene, outputs, settings),
    ...(await joiningWarnings(scene, outputs)),
    ...(await largeFileWarnings(scene, outputs)),
  ];
}

/** What only the work shows. */
export function warningsAfter(
  { parts }: Scene,
  outputs: readonly Output[],
  files: readonly WrittenFile[],
): string[] {
  const written = new Set(files.map(({ path }) => path));
  return outputs
    .filter(({ part, path }) => part !== undefined && !written.has(path))
    .map(
      ({ part, path }) => `${path}: Was not written, since other parts cover all of ${parts[part!]!.name}.`,
    );
}

function printerWarnings(scene: Scene, outputs: readonly Output[], printer: Printer): string[] {
  const isColored = outputs.some(({ format }) => format.maxSlots !== undefined);
  const slots = countSlots(scene.parts);
  const has = printer.colors.slots;
  return [
    ...thinRodWarnings(scene.source, printer),
    ...(isColored ? towerWarnings(scene, printer) : []),
    ...(isColored && slots > has && has > 1
      ? [
          `The network has ${slots} colours, but ${printer.name} has ${has} slots: slicers print the rest with the first.`,
        ]
      : []),
  ];
}

function slotWarnings({ parts }: Scene, outputs: readonly Output[], available: number | undefined): string[] {
  const slots = countSlots(parts);
  const limits = outputs.flatMap(({ format }) => format.maxSlots ?? []);
  const fewer = '--slots merges them, and --layer-colors with fewer colours makes layers share them.';
  if (slots > Math.min(...limits)) {
    throw new InputError([
      `The network has ${slots} colours, but slicers take at most ${Math.min(...limits)}; ${fewer}`,
    ]);
  }
  // Where it is known how many there are, colours have been merged.
  if (limits.length === 0 || available !== undefined || slots <= SLOTS_OF_ONE_UNIT) return [];
  return [`The network has ${slots} colours, but most colour units hold ${SLOTS_OF_ONE_UNIT}; ${fewer}`];
}

function recipeWarnings(scene: Scene, outputs: readonly Output[], settings: Settings): string[] {
  const output = outputs.find(({ format }) => format.header !== undefined);
  if (output === undefined) return [];
  const room = `${output.path}: The header of an STL has no room for`;
  switch (shortRecipeKeeps(output.format.header!(scene, settings))) {
    case 'all':
      return [];
    case 'shape':
      return [`${room} title and colours, so --from will not give them back. A 3MF holds all.`];
    case 'nothing':
      return [`${room} this network, so --from will not read it back. A 3MF holds all.`];
  }
}
