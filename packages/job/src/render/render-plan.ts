import {
  assembledBounds,
  type BodyMaker,
  type Bounds,
  type HexColor,
  type JobOptions,
  type Scene,
} from '@neurofab/core';
import { refusals } from '../findings/finding.ts';
import type { PlannedFile } from '../plan/plan-files.ts';
import type { Plan } from '../plan/plan-job.ts';
import { type BodySource, joinedKinds, makeBodies } from './make-bodies.ts';
import { measureBodies } from './measure-bodies.ts';

export interface RunOptions extends JobOptions {
  /** Whether somebody wants to know volumes and bounds, which take a look at every vertex; no if left out. */
  readonly inDetail?: boolean | undefined;
}

/** What of a plan has to be known to run it. */
export type RunnablePlan = Pick<Plan, 'scene' | 'files' | 'settings' | 'findings'>;

/** A file of a plan on its way. */
export interface RenderedFile {
  readonly file: PlannedFile;
  /** Its bytes; left out where other parts cover all of the file's own, so that nothing is to be written. */
  readonly chunks?: AsyncIterable<Uint8Array>;
  /** What is in it, once all chunks have been taken. */
  readonly contents: () => FileContents;
}

/** What is in a file that was made. */
export interface FileContents {
  /** `null` for source and pictures, which have none. */
  readonly triangles: number | null;
  readonly bodies: readonly BodyContents[];
  readonly boundsMm: Bounds;
}

/** A part of a file; its numbers are `null` where they were not measured. */
export interface BodyContents {
  readonly name: string;
  readonly color: HexColor;
  readonly slot: number;
  readonly triangles: number | null;
  readonly volumeMm3: number | null;
}

/** What making joined bodies counts for in the progress, against writing one file. */
const MAKER_WEIGHT = 4;

/**
 * Makes the files of a plan, one after the other: first all bodies, each kind once, then each file's bytes as they are taken.
 * Throws an Error for a plan that has a refusal, and a SpecError for a file that turns out larger than its format holds.
 */
export async function* renderPlan(
  plan: RunnablePlan,
  options: RunOptions = {},
): AsyncGenerator<RenderedFile> {
  const refused = refusals(plan.findings).map(({ code }) => code);
  if (refused.length > 0) throw new Error(`A plan that was refused cannot be run: ${refused.join(', ')}.`);
  const { scene, files } = plan;
  const { signal, onProgress } = options;
  const kinds = joinedKinds(files);
  const makerWork = kinds.length * MAKER_WEIGHT;
  const work = makerWork + files.length;
  const steps = (start: number, length: number) => (done: number) =>
    onProgress?.((start + length * done) / work);
  const source = await makeBodies(scene, kinds, { signal, onProgress: steps(0, makerWork) });
  for (const [i, file] of files.entries()) {
    yield await renderFile(file, plan, source, { ...options, onProgress: steps(makerWork + i, 1) });
  }
}

async function renderFile(
  file: PlannedFile,
  { scene, settings }: RunnablePlan,
  source: BodySource,
  { inDetail = false, ...job }: RunOptions,
): Promise<RenderedFile> {
  const maker = source(file);
  // What a picture is drawn from is not in it.
  const isDrawn = file.backend.holds === 'picture';
  const measuring = maker && !isDrawn ? measureBodies(maker, { inDetail }) : undefined;
  const contents = (): FileContents => {
    const measurement = measuring?.measurement();
    return {
      triangles: measurement?.triangles ?? null,
      bodies: measurement?.bodies ?? unmeasured(scene),
      boundsMm: measurement?.bounds ?? (file.isAssembled ? assembledBounds(scene) : scene.bounds),
    };
  };
  const mayBeEmpty = file.portion !== undefined && maker !== undefined;
  if (mayBeEmpty && (await isEmpty(maker, scene))) return { file, contents };
  const chunks = file.backend.render(scene, { bodies: measuring?.maker ?? maker, settings, ...job });
  return { file, chunks, contents };
}

function unmeasured({ parts }: Scene): BodyContents[] {
  return parts.map(({ name, color, slot }) => ({ name, color, slot, triangles: null, volumeMm3: null }));
}

/** Whether nothing of a part is left, because other parts cover it. */
async function isEmpty(maker: BodyMaker, scene: Scene): Promise<boolean> {
  return (await maker(scene)).triangles === 0;
}
