import { fileFault } from './file-fault.ts';
import type { Gltf } from './gltf.ts';

/** The recipe that the document holds as data, as text; `undefined` if it holds none. */
export function recipeIn({ asset: { extras } }: Gltf): string | undefined {
  if (typeof extras !== 'object' || extras === null || !('neurofab' in extras)) return undefined;
  const { neurofab, spec, settings } = extras as Record<string, unknown>;
  try {
    return JSON.stringify({ neurofab, spec, settings });
  } catch {
    // Engines give up at some depth of nesting.
    throw fileFault('The recipe', 'is nested deeper than any that Neurofab writes');
  }
}
