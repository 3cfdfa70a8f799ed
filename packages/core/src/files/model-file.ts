import type { Mesh } from '../mesh/mesh.ts';
import type { Placement } from '../scene/placement.ts';
import type { HexColor } from '../spec/color.ts';

/** What a file of any origin holds. */
export interface ModelFile {
  /** Such as `'Binary STL'`. */
  readonly format: string;
  readonly bodies: readonly FileBody[];
  /** What `parseRecipe` reads, if the file has it. */
  readonly recipe?: string;
}

/** A mesh as a file holds it: nothing of it has been checked but that every index has its vertex. */
export interface FileBody {
  readonly name: string;
  /** Left out where the file does not say it. */
  readonly color?: HexColor;
  /** Filament position, from 1; left out where the file does not say it. */
  readonly slot?: number;
  /** In millimetres, before it is placed. */
  readonly mesh: Mesh;
  /** Where the body stands; left out where it stands as it is. */
  readonly placement?: Placement;
}

/** Thrown for a file that is damaged, hostile or of another kind; the message is a sentence for whoever chose the file. */
export class FileError extends Error {
  override readonly name: string = 'FileError';
}
