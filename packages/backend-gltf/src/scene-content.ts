import {
  type Body,
  type BodyStream,
  countTriangles,
  type HexColor,
  type Mesh,
  type Recipe,
  type Scene,
  type Settings,
  VERSION,
} from '@neurofab/core';

/** One colour's share of the file: a node with a mesh of its own. */
export interface FilePart {
  readonly name: string;
  readonly color: HexColor;
  readonly meshes: readonly Mesh[];
  readonly vertices: number;
  readonly triangles: number;
}

/** What the whole model is called. */
export function titleOf({ spec }: Scene): string {
  return spec.name;
}

/** What decided the bytes of the file. */
export function recipeOf({ spec }: Scene, settings: Settings): Recipe {
  return { neurofab: VERSION, spec, settings };
}

/**
 * The parts of a file in the order of their bodies; bodies without triangles are left out. All meshes are kept, since
 * the format wants to know their sizes first.
 */
export async function gatherParts(
  bodies: BodyStream,
  turn: () => Promise<void> | undefined,
): Promise<readonly FilePart[]> {
  const parts: (Omit<FilePart, 'meshes'> & { meshes: Mesh[]; vertices: number; triangles: number })[] = [];
  let previous: Body | undefined;
  for await (const body of bodies) {
    await turn();
    const { name, color, mesh } = body;
    const vertices = mesh.positions.length / 3;
    const triangles = countTriangles(mesh);
    if (triangles === 0) continue;
    const part = previous !== undefined && isOfSamePart(previous, body) ? parts.at(-1) : undefined;
    previous = body;
    if (part === undefined) {
      parts.push({ name, color, meshes: [mesh], vertices, triangles });
    } else {
      part.meshes.push(mesh);
      part.vertices += vertices;
      part.triangles += triangles;
    }
  }
  if (parts.length === 0) throw new RangeError('A GLB file needs at least one triangle, but there is none.');
  return parts;
}

/** Whether two bodies, one after the other, are of one part. */
function isOfSamePart(a: Body, b: Body): boolean {
  return a.name === b.name;
}
