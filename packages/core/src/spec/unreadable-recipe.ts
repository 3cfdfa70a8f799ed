import { SpecError } from './spec-error.ts';

/** The error for a text that is no recipe; `why` follows "it", such as `is no JSON`. */
export function unreadableRecipe(why: string): SpecError {
  return new SpecError([{ path: [], message: `The recipe cannot be read: it ${why}.` }]);
}
