import {
  assembled,
  type Body,
  type BodyMaker,
  countTriangles,
  type JobOptions,
  type Part,
  type Scene,
  shells,
} from '@neurofab/core';
import type { PlannedFile } from '../plan/plan-files.ts';
import { holds, onlyPortion, type Portion } from '../plan/portions.ts';

/** The bodies of files, for their backends; `undefined` for a file that holds none. */
export type BodySource = (file: PlannedFile) => BodyMaker | undefined;

/** What has to be made before it can be written. */
export type JoinedBodies = Exclude<PlannedFile['bodies'], 'shells' | 'none'>;

// Loaded when it makes its first body: its modules take 10 ms, as long as to write shells of half a million triangles.
const MAKERS: Readonly<Record<JoinedBodies, BodyMaker>> = {
  solids: async (scene, options) => (await import('@neurofab/solid')).solids(scene, options),
  slots: async (scene, options) => (await import('@neurofab/solid')).fusedBySlot(scene, options),
  fused: async (scene, options) => (await import('@neurofab/solid')).fused(scene, options),
};

/** The kinds of bodies that have to be made for some files. */
export function joinedKinds(files: readonly PlannedFile[]): JoinedBodies[] {
  const kinds = files.flatMap(({ bodies }) => (bodies === 'shells' || bodies === 'none' ? [] : [bodies]));
  return [...new Set(kinds)];
}

/**
 * Makes the bodies that files want: each kind once, however many files it goes into, and before the first file.
 * Shells are left to be made anew for each file: that costs next to nothing and keeps memory flat.
 */
export async function makeBodies(
  scene: Scene,
  kinds: readonly JoinedBodies[],
  { signal, onProgress }: JobOptions,
): Promise<BodySource> {
  const made = new Map<PlannedFile['bodies'], MadeBodies>();
  for (const kind of kinds) {
    const share = (done: number) => onProgress?.((made.size + done) / kinds.length);
    const bodies: Body[] = [];
    const stream = await MAKERS[kind](scene, { signal, onProgress: share });
    for await (const body of stream) bodies.push(body);
    made.set(kind, { parts: stream.parts, bodies });
  }
  return ({ bodies, portion, isAssembled }) => {
    if (bodies === 'none') return undefined;
    const all = made.get(bodies);
    const maker: BodyMaker =
      all === undefined
        ? (whole, options) => shells(onlyPortion(whole, portion), options)
        : handOut(all, portion, scene);
    return isAssembled ? assembled(maker) : maker;
  };
}

interface MadeBodies {
  readonly parts: readonly Part[];
  readonly bodies: readonly Body[];
}

function handOut({ parts, bodies }: MadeBodies, portion: Portion = {}, { pieces }: Scene): BodyMaker {
  const own = bodies.filter((body) => holds(portion, body, { parts, pieces }));
  const triangles = own.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0);
  return async (_, { signal, onProgress } = {}) => ({
    triangles,
    parts,
    async *[Symbol.asyncIterator]() {
      let taken = 0;
      for (const body of own) {
        signal?.throwIfAborted();
        taken += countTriangles(body.mesh);
        onProgress?.(taken / triangles);
        yield body;
      }
    },
  });
}
