import {
  collect,
  layout,
  type NetworkSpecInput,
  parseRecipe,
  type Recipe,
  type Settings,
  SpecError,
  VERSION,
} from '@neurofab/core';
import { CommandError, InputError } from './errors.ts';
import type { Format } from './formats.ts';
import { NOTHING_ASKED, planJob } from './job.ts';
import { fileLabel } from './read-bytes.ts';
import { type ReadModelContext, readRecipe } from './read-model.ts';

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

/** The network that a file was made from. Throws a CommandError for a file that cannot be read or says none, an InputError for one that cannot be made. */
export async function readSaved(
  path: string,
  context: Omit<ReadModelContext, 'flag'>,
): Promise<SavedNetwork> {
  const label = fileLabel(path);
  const { format, bytes, model } = await readRecipe(path, { ...context, flag: '--from' });
  if (model.recipe === undefined) {
    throw new CommandError(
      `--from ${label}: Has no recipe in it: Neurofab did not write it, or something else saved it since.`,
    );
  }
  const recipe = parse(model.recipe, label);
  const saved = {
    label,
    settings: recipe.settings,
    contents: recipe.spec.given,
    format: format.backend.id,
    warnings: [],
  };
  return { ...saved, warnings: await warningsAbout(saved, { recipe, bytes, format }) };
}

interface Original {
  readonly recipe: Recipe;
  readonly bytes: Uint8Array;
  readonly format: Format;
}

async function warningsAbout(saved: SavedNetwork, { recipe, bytes, format }: Original): Promise<string[]> {
  const { label } = saved;
  const warnings: string[] = [];
  if (recipe.neurofab !== VERSION) {
    warnings.push(
      `${label}: Neurofab ${recipe.neurofab} wrote it, and this is ${VERSION}: the model may differ.`,
    );
  } else if (format.bodies === undefined) {
    const scene = layout(recipe.spec, planJob(NOTHING_ASKED, saved));
    const chunks = format.backend.render(scene, { settings: recipe.settings });
    const text = (content: Uint8Array) => new TextDecoder().decode(content).replaceAll('\r\n', '\n');
    // Editors may change how lines end.
    if (text(bytes) !== text(await collect(chunks))) {
      warnings.push(`${label}: Was changed since it was written; its recipe is that of the original.`);
    }
  }
  if (recipe.settings.partial === true) {
    warnings.push(
      `${label}: The header of an STL had no room for title and colours: they are the usual ones.`,
    );
  }
  return warnings;
}

function parse(text: string, label: string): Recipe {
  try {
    return parseRecipe(text);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new InputError(error.message.split('\n').map((line) => `--from ${label}: ${line}`));
  }
}
