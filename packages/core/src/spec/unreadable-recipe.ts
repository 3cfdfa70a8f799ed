import { SpecError } from './spec-error.ts';

/** The error for a text that is no recipe; `why` follows "it", such as `is no JSON`. */
export function unreadableRecipe(why: string): SpecError {
  return new SpecError([{ path: [], message: `The recipe cannot be read: it ${why}.` }]);
}

/** The error for a file that holds so many networks. */
export function recipeOfPlate(count: number): SpecError {
  return new SpecError([
    { path: [], message: `This file is a plate of ${count} networks, and keeps the recipe of none of them.` },
  ]);
}
