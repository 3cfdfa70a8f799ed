import type { ColorBand } from '@neurofab/core';
import type { FilePiece } from './pieces.ts';

/** What a file says, in whatever flavour. Texts are not escaped yet. */
export interface FileContent {
  readonly title: string;
  readonly description: string;
  /** What `parseRecipe` reads; `undefined` where it is no network. */
  readonly recipe: string | undefined;
  /** Each an object of its own, with a build item. */
  readonly pieces: readonly FilePiece[];
  /** Where the filament of the only slot is changed by hand; none where it is not. */
  readonly colorChanges: readonly ColorBand[];
  /** How far the build items move the model, all alike, in x, y and z, as decimal text. */
  readonly translation: readonly [x: string, y: string, z: string];
}
