import {
  type Body,
  type BodyStream,
  countTriangles,
  type JobOptions,
  type Mesh,
  type Part,
  type Scene,
} from '@neurofab/core';
import { boundary } from './boundary.ts';
import { type Detail, dissect, dissectByBooleans } from './dissect.ts';
import { pieceSolids, type SceneSolids } from './scene-solids.ts';
import { AIR, type Surface } from './surface.ts';

/**
 * One closed body a part of each piece, disjoint, sharing facets exactly where parts touch: where they overlap, the part of the
 * lower rank has the space. The bodies' volumes add up to the fused body's. A part that the others cover wholly has no body.
 * Throws a SpecError if sides meet so closely that no closed bodies can be made.
 */
export async function solids(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  const bodies = await makePieces(scene, 'parts', { ...options, make: dissect });
  return stream(bodies, scene.parts);
}

/** One closed body for each piece, named for the scene and in the colour of slot 1. Throws as `solids` does. */
export async function fused(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  return stream(await makePieces(scene, 'outline', { ...options, make: dissect }), [whole(scene)]);
}

/**
 * What `fused` gives, by booleans of manifold-3d: how it is made where all else fails, some milliseconds for each crossing of
 * connections. For comparison.
 */
export async function fusedByBooleans(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  return stream(await makePieces(scene, 'outline', { ...options, make: dissectByBooleans }), [whole(scene)]);
}

interface MakeOptions extends JobOptions {
  readonly make: (solids: SceneSolids, detail: Detail, options: JobOptions) => Promise<Surface>;
}

async function makePieces(
  scene: Scene,
  detail: Detail,
  { make, signal, onProgress }: MakeOptions,
): Promise<Body[]> {
  const bodies: Body[] = [];
  for (const [piece, solids] of scene.pieces.entries()) {
    const tell = (done: number) => onProgress?.((piece + done) / scene.pieces.length);
    const surface = await make(pieceSolids(solids, scene), detail, { signal, onProgress: tell });
    const meshes = detail === 'outline' ? [outline(surface)] : meshesOfParts(scene, surface);
    for (const [part, mesh] of meshes.entries()) {
      if (mesh.indices.length > 0) bodies.push({ piece, part, mesh });
    }
  }
  return bodies;
}

function outline(surface: Surface): Mesh {
  return boundary(surface, (label) => label !== AIR);
}

function meshesOfParts({ parts }: Scene, surface: Surface): Mesh[] {
  return parts.map((_, part) => boundary(surface, (label) => label === part));
}

/** All parts as one. Slots are counted in the order of the parts. */
function whole({ parts, title }: Scene): Part {
  return { ...parts[0]!, name: title };
}

function stream(bodies: readonly Body[], parts: readonly Part[]): BodyStream {
  return {
    triangles: bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
    parts,
    async *[Symbol.asyncIterator]() {
      yield* bodies;
    },
  };
}
