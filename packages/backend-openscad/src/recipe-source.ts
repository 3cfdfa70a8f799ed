import { type Recipe, recipeText } from '@neurofab/core';

/** What stands before a recipe, on a line that holds nothing else. */
export const RECIPE_MARK = '// Neurofab recipe: ';

/**
 * Comments that say from what Neurofab made the file. Slashes are escaped as JSON allows: some customizers look for
 * their groups in any text, and no name can end in one.
 */
export function recipeSource(recipe: Recipe): string {
  return `// Keep the line below: from it, "neurofab --from FILE" writes this network again, as it was at first.
${RECIPE_MARK}${recipeText(recipe).replaceAll('/', '\\u002f')}
`;
}
