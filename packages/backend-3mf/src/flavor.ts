import type { NumberRows } from './rows/index.ts';
import type { FileContent } from './write/file-content.ts';

/**
 * The ways to say "one object of several parts, each on its filament", which no single file can say to all programs:
 *
 * - `slicer`: one mesh that a document of PrusaSlicer's cuts into parts by ranges of triangles. PrusaSlicer, Bambu
 *   Studio, OrcaSlicer and their relatives read it.
 * - `assembly`: a mesh a part, joined by components as the specification has it. Cura reads it, and whatever goes by
 *   the specification alone; PrusaSlicer takes it apart.
 */
export const FLAVORS = ['slicer', 'assembly'] as const;

export type Flavor = (typeof FLAVORS)[number];

/** What a flavour writes its own way. */
export interface FlavorWriter {
  /** `3D/3dmodel.model` from its beginning to its end. */
  readonly model: (content: FileContent) => Iterable<string | NumberRows>;
  /** The document that tells slicers which part goes on which filament. */
  readonly config: (content: FileContent) => string;
  readonly configName: string;
  /** The document that tells slicers where to change filament by hand; left out where none reads it from such a file. */
  readonly changes?: (content: FileContent) => string;
}
