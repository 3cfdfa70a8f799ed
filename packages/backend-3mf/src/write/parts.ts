import { type Body, type BodyStream, countTriangles, type HexColor, type Mesh } from '@neurofab/core';
import { inCompactOrder } from './compact-order.ts';

/** One colour's share of the file: a block of vertices and a range of triangles of its own. */
export interface FilePart {
  readonly name: string;
  /**
   * The name for lists of parts, such as `layer 1 (slot 2, #D55E00)`: no slicer shows a plain file's colours, so the
   * list says which filament to load where.
   */
  readonly label: string;
  /** Filament position, from 1, without gaps over all parts. */
  readonly slot: number;
  readonly color: HexColor;
  readonly meshes: readonly Mesh[];
  readonly vertices: number;
  readonly triangles: number;
}

/**
 * The parts of a file in the order of their bodies. Bodies without
 * triangles are left out, and slots that nothing is left in are closed up. All meshes are kept, since the
 * format wants every vertex before the first triangle, and the materials before both.
 */
export async function gatherParts(
  bodies: BodyStream,
  turn: () => Promise<void> | undefined,
): Promise<readonly FilePart[]> {
  const parts: (Omit<FilePart, 'label' | 'meshes'> & {
    meshes: Mesh[];
    vertices: number;
    triangles: number;
  })[] = [];
  let before: Body | undefined;
  for await (const body of bodies) {
    await turn();
    const { mesh } = body;
    const vertices = mesh.positions.length / 3;
    const triangles = countTriangles(mesh);
    if (triangles === 0) continue;
    const last = body.part === before?.part && body.piece === before.piece ? parts.at(-1) : undefined;
    before = body;
    if (last !== undefined) {
      last.meshes.push(mesh);
      last.vertices += vertices;
      last.triangles += triangles;
    } else {
      const { name, slot, color } = bodies.parts[body.part]!;
      parts.push({ name, slot, color, meshes: [mesh], vertices, triangles });
    }
  }
  if (parts.length === 0) throw new RangeError('A 3MF file needs at least one triangle, but there is none.');

  const slots = [...new Set(parts.map(({ slot }) => slot))].sort((a, b) => a - b);
  return parts.map((part) => {
    const slot = slots.indexOf(part.slot) + 1;
    const label = `${part.name} (slot ${slot}, ${part.color})`;
    // Shells are in a good order already, and have their triangles in common.
    const meshes = part.meshes.length === 1 ? part.meshes.map(inCompactOrder) : part.meshes;
    return { ...part, label, slot, meshes };
  });
}
