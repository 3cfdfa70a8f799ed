import type { FileContent } from '../file-content.ts';
import { cleanXml } from '../xml.ts';

/**
 * The same content without the word "PrusaSlicer". Where it stands in the metadata, Bambu Studio and OrcaSlicer take a
 * file for one of PrusaSlicer's, and the assembly apart. Names get a blank in it; the recipe, which must read back as it
 * was, has a letter written by its number, as JSON allows.
 */
export function avoidPrusaSlicer(content: FileContent): FileContent {
  return {
    ...content,
    title: breakUp(content.title),
    recipe: content.recipe?.replaceAll('PrusaSlicer', 'PrusaSlice\\u0072'),
    pieces: content.pieces.map(({ name, parts }) => ({
      name: breakUp(name),
      parts: parts.map((part) => ({ ...part, name: breakUp(part.name), label: breakUp(part.label) })),
    })),
  };
}

/** Cleaned first, since characters that XML cannot hold may stand within the word. */
function breakUp(name: string): string {
  return cleanXml(name).replaceAll('PrusaSlicer', 'Prusa Slicer');
}
