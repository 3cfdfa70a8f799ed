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
import { lettered } from '../asked/lettered.ts';
import { askedIn } from '../asked/settings.ts';
import { refusals } from '../findings/finding.ts';
import type { Format } from '../formats.ts';
import { planJob } from '../plan/plan-job.ts';
import { renderPlan } from '../render/render-plan.ts';
import { OpenError } from './open-error.ts';

/** A network that a file holds beside its model. */
export interface SavedNetwork {
  /** What was given of the network, so that changes also change what follows from a field. */
  readonly contents: NetworkSpecInput;
  /** What was asked for beside it, as `askedIn` reads it. */
  readonly settings: Settings;
  /** The id of the file's format. */
  readonly format: string;
  /** What should be known of it. */
  readonly warnings: readonly SavedWarning[];
}

export type SavedWarning =
  /** Another version of Neurofab wrote the file, so the model may differ. */
  | { readonly code: 'other-version'; readonly version: string }
  /** The file was changed since it was written; its recipe is that of the original. */
  | { readonly code: 'changed' }
  /** The file had no room for title and colours: they are the usual ones. */
  | { readonly code: 'partial' };

export interface SavedOptions {
  /** The whole file, or its start where that is all it takes. */
  readonly bytes: Uint8Array;
  /** Of the file's format. */
  readonly backend: Backend;
  readonly formats: readonly Format[];
}

/** The network of a recipe that was found in a file. Throws an OpenError for one that cannot be read or made. */
export async function savedNetwork(text: string, options: SavedOptions): Promise<SavedNetwork> {
  const recipe = parse(text);
  return {
    contents: recipe.spec.given,
    settings: recipe.settings,
    format: options.backend.id,
    warnings: await warningsAbout(recipe, options),
  };
}

function parse(text: string): Recipe {
  try {
    return parseRecipe(text);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new OpenError('unusable', error.message.split('\n'));
  }
}

async function warningsAbout(recipe: Recipe, options: SavedOptions): Promise<SavedWarning[]> {
  const { neurofab: version, settings } = recipe;
  const warnings: SavedWarning[] = [];
  if (version !== VERSION) warnings.push({ code: 'other-version', version });
  else if (await wasChanged(recipe, options)) warnings.push({ code: 'changed' });
  if (settings.partial === true) warnings.push({ code: 'partial' });
  return warnings;
}

/** Whether source is not what its recipe makes. Of a recipe that makes nothing that is not known, nor of what is no source. */
async function wasChanged(recipe: Recipe, { bytes, backend, formats }: SavedOptions): Promise<boolean> {
  if (backend.holds !== 'source') return false;
  const asked = {
    ...askedIn(recipe.settings),
    network: recipe.spec.given,
    outputs: [{ format: backend.id }],
  };
  const plan = planJob(await lettered(asked), { formats });
  if (refusals(plan.findings).length > 0) return false;
  // Editors may change how lines end.
  const text = (content: Uint8Array) => new TextDecoder().decode(content).replaceAll('\r\n', '\n');
  for await (const { chunks } of renderPlan(plan)) {
    if (chunks !== undefined && text(bytes) !== text(await collect(chunks))) return true;
  }
  return false;
}
