import {
  type Body,
  type BodyStream,
  countTriangles,
  type JobOptions,
  type Part,
  type Scene,
} from '@neurofab/core';
import { boundary } from './boundary.ts';
import { dissect } from './dissect.ts';
import { AIR } from './surface.ts';

/**
 * One closed body a part, disjoint, sharing facets exactly where parts touch: nodes win over connections, both over the
 * base. The bodies' volumes add up to the fused body's. A part that the others cover wholly has no body.
 */
export async function solids(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  const surface = await dissect(scene, 'parts', options);
  const bodies = [...scene.parts.keys()].flatMap((part): Body[] => {
    const mesh = boundary(surface, (label) => label === part);
    return mesh.indices.length === 0 ? [] : [{ piece: 0, part, mesh }];
  });
  return stream(bodies, scene.parts);
}

/** One closed body for the whole network, named for it and in the colour of slot 1. */
export async function fused(scene: Scene, options: JobOptions = {}): Promise<BodyStream> {
  const surface = await dissect(scene, 'outline', options);
  const mesh = boundary(surface, (label) => label !== AIR);
  // Slots are counted in the order of the parts.
  return stream([{ piece: 0, part: 0, mesh }], [{ ...scene.parts[0]!, name: scene.title }]);
}

function stream(bodies: readonly Body[], parts: readonly Part[]): BodyStream {
  return {
    parts,
    triangles: bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
    async *[Symbol.asyncIterator]() {
      yield* bodies;
    },
  };
}
