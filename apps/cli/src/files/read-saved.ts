import {
  type Backend,
  collect,
  type NetworkSpecInput,
  parseRecipe,
  type Recipe,
  type Settings,
  SpecError,
  VERSION,
} from '@neurofab/core';
import { askedIn, type Format, planJob, refusals, renderPlan } from '@neurofab/job';
import { CommandError, InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { fileLabel } from './read-bytes.ts';
import { readRecipe } from './read-model.ts';

/** A network that a file holds beside its model. */
export interface SavedNetwork {
  /** What to call the file in a message. */
  readonly label: string;
  readonly settings: Settings;
  /** What was given of the network, so that flags change also what follows from a field. */
  readonly contents: NetworkSpecInput;
  /** The id of the file's format. */
  readonly format: string;
  /** What should be known of it. */
  readonly warnings: readonly string[];
}

export interface ReadSavedContext {
  readonly io: Io;
  /** What can be read, and written again. */
  readonly formats: readonly Format[];
}

/** The network that a file was made from. Throws a CommandError for a file that cannot be read or says none, an InputError for one that cannot be made. */
export async function readSaved(path: string, { io, formats }: ReadSavedContext): Promise<SavedNetwork> {
  const label = fileLabel(path);
  const backends = formats.map((format) => format());
  const { backend, bytes, model } = await readRecipe(path, { io, backends, flag: '--from' });
  if (model.recipe === undefined) {
    throw new CommandError(
      `--from ${label}: Has no recipe in it: Neurofab did not write it, or something else saved it since.`,
    );
  }
  const recipe = parse(model.recipe, label);
  return {
    label,
    settings: recipe.settings,
    contents: recipe.spec.given,
    format: backend.id,
    warnings: await warningsAbout(label, { recipe, bytes, backend, formats }),
  };
}

interface Original {
  readonly recipe: Recipe;
  readonly bytes: Uint8Array;
  readonly backend: Backend;
  readonly formats: readonly Format[];
}

async function warningsAbout(label: string, original: Original): Promise<string[]> {
  const { neurofab, settings } = original.recipe;
  const warnings: string[] = [];
  if (neurofab !== VERSION) {
    warnings.push(`${label}: Neurofab ${neurofab} wrote it, and this is ${VERSION}: the model may differ.`);
  } else if (original.backend.holds === 'source' && (await wasChanged(original))) {
    warnings.push(`${label}: Was changed since it was written; its recipe is that of the original.`);
  }
  if (settings.partial === true) {
    warnings.push(
      `${label}: The header of an STL had no room for title and colours: they are the usual ones.`,
    );
  }
  return warnings;
}

/** Whether source is not what its recipe makes. Of a recipe that makes nothing that is not known. */
async function wasChanged({ recipe, bytes, backend, formats }: Original): Promise<boolean> {
  const asked = {
    ...askedIn(recipe.settings),
    network: recipe.spec.given,
    outputs: [{ format: backend.id }],
  };
  const plan = planJob(asked, { formats });
  if (refusals(plan.findings).length > 0) return false;
  // Editors may change how lines end.
  const text = (content: Uint8Array) => new TextDecoder().decode(content).replaceAll('\r\n', '\n');
  for await (const { chunks } of renderPlan(plan)) {
    if (chunks !== undefined && text(bytes) !== text(await collect(chunks))) return true;
  }
  return false;
}

function parse(text: string, label: string): Recipe {
  try {
    return parseRecipe(text);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new InputError(error.message.split('\n').map((line) => `--from ${label}: ${line}`));
  }
}
