import type { FilePart } from './parts.ts';

/** What a file says, in whatever flavour. Texts are not escaped yet. */
export interface FileContent {
  readonly title: string;
  readonly description: string;
  /** What `parseRecipe` reads. */
  readonly recipe: string;
  readonly parts: readonly FilePart[];
  /** How far the build item moves the model, in x, y and z, as decimal text. */
  readonly translation: readonly [x: string, y: string, z: string];
}
