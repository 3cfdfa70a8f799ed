import type { Piece } from './list-pieces.ts';
import type { Box } from './overlapping-boxes.ts';

/** The triangles of a piece whose own boxes meet a box, which may be as flat or as long as a ray. */
export function trianglesIn(
  { positions, indices, triangles }: Piece,
  { min, max }: Pick<Box, 'min' | 'max'>,
): number[] {
  const found: number[] = [];
  for (const triangle of triangles) {
    const a = 3 * indices[3 * triangle]!;
    const b = 3 * indices[3 * triangle + 1]!;
    const c = 3 * indices[3 * triangle + 2]!;
    if (
      meets(positions[a]!, positions[b]!, positions[c]!, min[0], max[0]) &&
      meets(positions[a + 1]!, positions[b + 1]!, positions[c + 1]!, min[1], max[1]) &&
      meets(positions[a + 2]!, positions[b + 2]!, positions[c + 2]!, min[2], max[2])
    ) {
      found.push(triangle);
    }
  }
  return found;
}

function meets(a: number, b: number, c: number, min: number, max: number): boolean {
  return (a >= min || b >= min || c >= min) && (a <= max || b <= max || c <= max);
}
