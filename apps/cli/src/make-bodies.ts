import { type Body, type BodyMaker, countTriangles, type JobOptions, type Scene } from '@neurofab/core';

/** Hands out bodies that a maker made, all of them or those of one part. */
export type BodySource = (maker: BodyMaker, part?: string) => BodyMaker;

/**
 * Makes the bodies that outputs want: each kind once, however many files it goes into, and before any file is opened.
 * Shells are left to be made anew for each file: that costs next to nothing and keeps memory flat.
 */
export async function makeBodies(
  scene: Scene,
  makers: readonly BodyMaker[],
  { signal, onProgress }: JobOptions,
): Promise<BodySource> {
  const made = new Map<BodyMaker, readonly Body[]>();
  for (const maker of makers) {
    const share = (done: number) => onProgress?.((made.size + done) / makers.length);
    const bodies: Body[] = [];
    for await (const body of await maker(scene, { signal, onProgress: share })) bodies.push(body);
    made.set(maker, bodies);
  }
  return (maker, part) => {
    const bodies = made.get(maker);
    if (bodies !== undefined)
      return handOut(bodies.filter(({ name }) => part === undefined || name === part));
    return (scene, options) => maker(part === undefined ? scene : onlyPart(scene, part), options);
  };
}

function handOut(bodies: readonly Body[]): BodyMaker {
  const triangles = bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0);
  return async (_, { signal, onProgress } = {}) => ({
    triangles,
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

/** A scene without its other parts. */
export function onlyPart(scene: Scene, part: string): Scene {
  return { ...scene, parts: scene.parts.filter(({ name }) => name === part) };
}
