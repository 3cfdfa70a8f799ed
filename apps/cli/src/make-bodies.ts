import {
  type Body,
  type BodyMaker,
  countTriangles,
  type JobOptions,
  type Part,
  type Scene,
} from '@neurofab/core';

/** Hands out bodies that a maker made, all of them or those of one part. */
export type BodySource = (maker: BodyMaker, part?: number) => BodyMaker;

/**
 * Makes the bodies that outputs want: each kind once, however many files it goes into, and before any file is opened.
 * Shells are left to be made anew for each file: that costs next to nothing and keeps memory flat.
 */
export async function makeBodies(
  scene: Scene,
  makers: readonly BodyMaker[],
  { signal, onProgress }: JobOptions,
): Promise<BodySource> {
  const made = new Map<BodyMaker, MadeBodies>();
  for (const maker of makers) {
    const share = (done: number) => onProgress?.((made.size + done) / makers.length);
    const bodies: Body[] = [];
    const stream = await maker(scene, { signal, onProgress: share });
    for await (const body of stream) bodies.push(body);
    made.set(maker, { parts: stream.parts, bodies });
  }
  return (maker, part) => {
    const all = made.get(maker);
    if (all !== undefined) {
      const { parts, bodies } = all;
      return handOut({ parts, bodies: bodies.filter((body) => part === undefined || body.part === part) });
    }
    return (scene, options) => maker(part === undefined ? scene : onlyPart(scene, part), options);
  };
}

interface MadeBodies {
  readonly parts: readonly Part[];
  readonly bodies: readonly Body[];
}

function handOut({ parts, bodies }: MadeBodies): BodyMaker {
  const triangles = bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0);
  return async (_, { signal, onProgress } = {}) => ({
    triangles,
    parts,
    async *[Symbol.asyncIterator]() {
      let taken = 0;
      for (const body of bodies) {
        signal?.throwIfAborted();
        taken += countTriangles(body.mesh);
        onProgress?.(taken / triangles);
        yield body;
      }
    },
  });
}

/** A scene with the solids of one part alone. */
export function onlyPart(scene: Scene, part: number): Scene {
  const isOfPart = (some: { readonly part: number }) => some.part === part;
  const pieces = scene.pieces.map(({ nodes, rods, others, ...piece }) => ({
    ...piece,
    nodes: nodes.filter(isOfPart),
    rods: rods.filter(isOfPart),
    others: others.filter(isOfPart),
  }));
  return { ...scene, pieces };
}
