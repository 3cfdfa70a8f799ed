import { countTriangles, type Mesh } from '../mesh/mesh.ts';
import type { Part } from '../scene/scene.ts';
import type { TakeTurn } from '../turns.ts';
import type { BodyStream } from './backend.ts';

/** All bodies of one part of one piece, of which none is empty. */
export interface GatheredPart {
  /** The number of the piece. */
  readonly piece: number;
  readonly part: Part;
  readonly meshes: readonly Mesh[];
  readonly vertices: number;
  readonly triangles: number;
}

/** The parts of a file in the order of their bodies, for formats that want to know sizes first: all meshes are kept. */
export async function gatherParts(bodies: BodyStream, turn: TakeTurn): Promise<GatheredPart[]> {
  const parts: (GatheredPart & { meshes: Mesh[]; vertices: number; triangles: number })[] = [];
  for await (const { piece, part: number, mesh } of bodies) {
    await turn();
    const triangles = countTriangles(mesh);
    if (triangles === 0) continue;
    const part = bodies.parts[number]!;
    let last = parts.at(-1);
    if (last?.part !== part || last.piece !== piece) {
      last = { piece, part, meshes: [], vertices: 0, triangles: 0 };
      parts.push(last);
    }
    last.meshes.push(mesh);
    last.vertices += mesh.positions.length / 3;
    last.triangles += triangles;
  }
  return parts;
}
