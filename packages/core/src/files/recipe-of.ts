import type { Scene } from '../scene/scene.ts';
import type { Recipe, Settings } from '../spec/recipe.ts';
import { VERSION } from '../version.ts';

/** What a file of a scene keeps of how it was made. */
export function recipeOf({ source, plate }: Scene, settings: Settings): Recipe {
  return { neurofab: VERSION, spec: source, settings, ...(plate !== undefined && { plate }) };
}
