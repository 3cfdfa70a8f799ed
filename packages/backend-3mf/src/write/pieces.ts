import type { BodyStream, HexColor, Mesh, Part, Scene } from '@neurofab/core';
import { type GatheredPart, gatherParts, type TakeTurn } from '@neurofab/core/internal';
import { inCompactOrder } from './compact-order.ts';

/** What becomes one object of the file, with one part at least. */
export interface FilePiece {
  readonly name: string;
  readonly parts: readonly FilePart[];
}

/** One colour's share of a piece: a block of vertices and a range of triangles of its own. */
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
  /** The number of its material, from 0: there is one for each colour of a slot. */
  readonly material: number;
  readonly meshes: readonly Mesh[];
  readonly vertices: number;
  readonly triangles: number;
}

export interface GatherOptions {
  /** Gives other work its turn, and throws when the job is aborted. */
  readonly turn: TakeTurn;
  /** Those that bodies name by their index. */
  readonly pieces: Scene['pieces'];
}

/**
 * The pieces of a file with their parts, in the order of their bodies. Bodies, parts and pieces without triangles are
 * left out, and slots that nothing is left in are closed up over all pieces. All meshes are kept, since the format wants
 * every vertex before the first triangle, and the materials before both.
 */
export async function gatherPieces(
  bodies: BodyStream,
  { turn, pieces }: GatherOptions,
): Promise<readonly FilePiece[]> {
  const parts = await gatherParts(bodies, turn);
  if (parts.length === 0) throw new RangeError('A 3MF file needs at least one triangle, but there is none.');
  const printed = parts.map(({ part }) => part);
  const slots = distinct(printed.map(({ slot }) => slot)).sort((a, b) => a - b);
  const materials = slots.flatMap((slot) =>
    distinct(printed.filter((part) => part.slot === slot).map(materialOf)),
  );
  return pieces.flatMap(({ name }, piece) => {
    const own = parts.filter((part) => part.piece === piece);
    if (own.length === 0) return [];
    // Of a piece that is one part, as a foot is, the piece's name says more: pegs are of the same part.
    const listed = own.length === 1 ? name : undefined;
    return [{ name, parts: own.map((part) => filePart(part, { listed, slots, materials })) }];
  });
}

/** The slot of an object as a whole: that of its only part, the one that Bambu Studio and OrcaSlicer then heed; else 1, since its parts name theirs. */
export function objectSlot({ parts }: FilePiece): number {
  return parts.length === 1 ? parts[0]!.slot : 1;
}

/** Tells materials apart. */
function materialOf({ slot, color }: Pick<Part, 'slot' | 'color'>): string {
  return `${slot} ${color}`;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

interface FilePartOptions {
  /** What its label begins with; its own name if left out. */
  readonly listed: string | undefined;
  readonly slots: readonly number[];
  readonly materials: readonly string[];
}

function filePart(
  { part, meshes, vertices, triangles }: GatheredPart,
  { listed, slots, materials }: FilePartOptions,
): FilePart {
  const { name, color } = part;
  const slot = slots.indexOf(part.slot) + 1;
  return {
    name,
    label: `${listed ?? name} (slot ${slot}, ${color})`,
    slot,
    color,
    material: materials.indexOf(materialOf(part)),
    // Shells are in a good order already, and have their triangles in common.
    meshes: meshes.length === 1 ? meshes.map(inCompactOrder) : meshes,
    vertices,
    triangles,
  };
}
