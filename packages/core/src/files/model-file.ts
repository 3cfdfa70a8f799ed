import type { Mesh } from '../mesh/mesh.ts';
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

/**
 * An affine map as 3MF writes it, row by row: a point (x, y, z) goes to x·row 1 + y·row 2 + z·row 3 + row 4. The first
 * three rows turn and scale, the last moves.
 */
// biome-ignore format: a matrix
export type Placement = readonly [
  number, number, number,
  number, number, number,
  number, number, number,
  number, number, number,
];

/** Thrown for a file that is damaged, hostile or of another kind; the message is a sentence for whoever chose the file. */
export class FileError extends Error {
  override readonly name: string = 'FileError';
}
