import { SpecError } from '@neurofab/core';
import { formatCount } from '@neurofab/core/internal';

/** The most slots of a file: slicers know no more filaments, and print what goes beyond with the first one. */
export const MAX_SLOTS = 16;

/** Slicers hold a member of the package in a buffer of at most 2 GiB; some MiB of it are for what is no mesh. */
const MAX_MESH_BYTES = 2 ** 31 - 2 ** 24;

/** As many as make so long a text when there are half as many vertices, which closed meshes of many triangles have. */
export const MAX_TRIANGLES = 20_000_000;

/** Throws a SpecError for more colours than slicers have filaments. */
export function refuseManySlots(slots: number): void {
  if (slots <= MAX_SLOTS) return;
  const message = `A 3MF file for slicers has at most ${MAX_SLOTS} colours, but this network has ${slots}.`;
  throw new SpecError([{ path: ['colors'], message }]);
}

/** Throws a SpecError for more triangles than slicers can read. */
export function refuseManyTriangles(triangles: number): void {
  if (triangles <= MAX_TRIANGLES) return;
  throw tooLarge(
    `holds at most ${formatCount(MAX_TRIANGLES)} triangles here, but this network has ${formatCount(triangles)}`,
  );
}

/**
 * Throws a SpecError for meshes whose text might be longer than slicers can read. So an archive that is begun stays
 * below 4 GiB too, where zip64 would begin, which slicers read but Windows cannot repair.
 */
export function refuseLongMeshes(parts: readonly { vertices: number; triangles: number }[]): void {
  const vertices = parts.reduce((sum, part) => sum + part.vertices, 0);
  const triangles = parts.reduce((sum, part) => sum + part.triangles, 0);
  const vertexBytes = '<vertex x="" y="" z=""/>\n'.length + 3 * '-0.000012345678'.length;
  const triangleBytes =
    '<triangle v1="" v2="" v3="" pid="1" p1="15"/>\n'.length + 3 * String(vertices).length;
  const bytes = vertices * vertexBytes + triangles * triangleBytes;
  if (bytes <= MAX_MESH_BYTES) return;
  throw tooLarge(
    `for slicers holds less than 2 GiB of text, but ${formatCount(triangles)} triangles and ${formatCount(vertices)} vertices, as this network has, can take ${formatCount(bytes)} bytes`,
  );
}

function tooLarge(problem: string): SpecError {
  const message = `A 3MF file ${problem}. A coarser resolution or fewer nodes gives less, and an STL file holds more.`;
  return new SpecError([{ path: [], message }]);
}
