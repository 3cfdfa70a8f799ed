import type { Scene } from '../scene/scene.ts';
import type { Recipe, Settings } from '../spec/recipe.ts';
import { VERSION } from '../version.ts';

/** What a file of a scene keeps of how it was made; `undefined` where it is no network. */
export function recipeOf({ source }: Scene, settings: Settings): Recipe | undefined {
  return source && { neurofab: VERSION, spec: source, settings };
}
