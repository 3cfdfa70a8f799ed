import {
  type Body,
  type BodyStream,
  countTriangles,
  type JobOptions,
  type Mesh,
  type Part,
  type Piece,
  type Scene,
} from '@neurofab/core';
import { countSlots, placeMesh } from '@neurofab/core/internal';
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

/** One closed body a slot of each piece: all that is printed in one colour, joined. Their numbers are the slots' less one. Throws as `solids` does. */
export async function fusedBySlot(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  return stream(await makePieces(scene, 'slots', { ...options, make: dissect }), slotParts(scene.parts));
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

/** What is one body. */
type By = 'parts' | 'slots' | 'outline';

interface MakeOptions extends JobOptions {
  readonly make: (solids: SceneSolids, detail: Detail, options: JobOptions) => Promise<Surface>;
}

async function makePieces(scene: Scene, by: By, { make, signal, onProgress }: MakeOptions): Promise<Body[]> {
  const bodies: Body[] = [];
  for (const [piece, solids] of scene.pieces.entries()) {
    if (solids.repeats !== undefined) {
      bodies.push(...repeated(bodies, piece, solids.repeats));
      continue;
    }
    const tell = (done: number) => onProgress?.((piece + done) / scene.pieces.length);
    const surface = await make(pieceSolids(solids, scene), by === 'outline' ? by : 'parts', {
      signal,
      onProgress: tell,
    });
    const meshes = MESHES[by](surface, scene.parts);
    for (const [part, mesh] of meshes.entries()) {
      if (mesh.indices.length > 0) bodies.push({ piece, part, mesh });
    }
  }
  return bodies;
}

/** The bodies of a piece that repeats one before it. */
function repeated(
  bodies: readonly Body[],
  piece: number,
  { piece: first, by }: NonNullable<Piece['repeats']>,
): Body[] {
  return bodies
    .filter((body) => body.piece === first)
    .map(({ part, mesh }) => ({ piece, part, mesh: placeMesh(mesh, by) }));
}

const MESHES: Readonly<Record<By, (surface: Surface, parts: readonly Part[]) => Mesh[]>> = {
  parts: (surface, parts) => parts.map((_, part) => boundary(surface, (label) => label === part)),
  slots: (surface, parts) =>
    slotParts(parts).map(({ slot }) =>
      boundary(surface, (label) => label !== AIR && parts[label]!.slot === slot),
    ),
  outline: (surface) => [boundary(surface, (label) => label !== AIR)],
};

/** A part for each slot. */
function slotParts(parts: readonly Part[]): Part[] {
  const slots = Array.from({ length: countSlots(parts) }, (_, i) => i + 1);
  return slots.map((slot) => ({ ...parts.find((part) => part.slot === slot)!, name: `slot ${slot}` }));
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
