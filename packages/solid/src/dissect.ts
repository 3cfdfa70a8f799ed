import { type JobOptions, SpecError } from '@neurofab/core';
import { type TakeTurn, takeTurns } from '@neurofab/core/internal';
import { arrange } from './arrange/arrange.ts';
import { booleans } from './booleans/booleans.ts';
import { convexes } from './convex/convexes.ts';
import { perturb } from './convex/perturb.ts';
import type { Placed } from './convex/placed.ts';
import { faces } from './faces/faces.ts';
import { latticeUnit } from './lattice.ts';
import { mend } from './mend/mend.ts';
import type { SceneSolids } from './scene-solids.ts';
import { AIR, type Surface } from './surface.ts';

/** `'parts'` labels facets with the part's number and also makes those where parts touch; `'outline'` takes all parts for one, number 0. */
export type Detail = 'parts' | 'outline';

/**
 * How far solids move at most to be in general position, in lattice units: first some ten million times what rounding takes and
 * far less than the lattice tells. What still fails touches along a line, which has no thickness to round to: then solids grow
 * into each other, in the end by some micrometres.
 */
const MOVED = [1 / 16, 1 / 16, 16, 256];

/** The same for booleans, whose kernel works in float32. */
const MOVED_FOR_BOOLEANS = 16;

/** What share of a job the edges take, and the faces with them. */
const [EDGES_DONE, FACES_DONE] = [0.6, 0.9];

/**
 * The surface of solids, labelled with the number of the part that each facet bounds. A facet between two parts is in it
 * once, so that neighbours share their points exactly.
 *
 * Nothing is handed on that is not sound: what fails is tried again with the solids moved in another way, then by booleans.
 * Throws a SpecError if none of these will do.
 */
export async function dissect(
  scene: SceneSolids,
  detail: Detail,
  options: JobOptions = {},
): Promise<Surface> {
  const job = jobOf(scene, detail, options);
  for (const [seed, moved] of MOVED.entries()) {
    const surface = await arrangeSurface(job, seed, moved);
    if (surface !== undefined) return surface;
  }
  return booleanSurface(job);
}

/** The same surface by booleans alone. */
export function dissectByBooleans(
  scene: SceneSolids,
  detail: Detail,
  options: JobOptions = {},
): Promise<Surface> {
  return booleanSurface(jobOf(scene, detail, options));
}

interface Job {
  readonly placed: readonly Placed[];
  readonly labels: readonly number[];
  readonly unit: number;
  readonly plane: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly takeTurn: TakeTurn;
  /** Never tells less than before. */
  readonly tell: (done: number) => void;
}

function jobOf(
  { placed, labels, plane, bounds }: SceneSolids,
  detail: Detail,
  { signal, onProgress }: JobOptions,
): Job {
  let told = 0;
  return {
    ...(detail === 'parts' ? { placed, labels } : asOnePart(placed, labels)),
    unit: latticeUnit(bounds),
    plane,
    signal,
    takeTurn: takeTurns(signal),
    tell(done) {
      if (done <= told) return;
      told = done;
      onProgress?.(done);
    },
  };
}

/** All parts of one rank, after the air. */
function asOnePart(
  placed: readonly Placed[],
  labels: readonly number[],
): { readonly placed: readonly Placed[]; readonly labels: readonly number[] } {
  const air = labels.filter((label) => label === AIR);
  const rank = air.length;
  return {
    placed: placed.map((item) => (item.rank < rank ? item : { ...item, rank })),
    labels: [...air, 0],
  };
}

/** `undefined` if rounding made a fault that cannot be mended. */
async function arrangeSurface(job: Job, seed: number, moved: number): Promise<Surface | undefined> {
  const { placed, labels, unit, plane, takeTurn, tell } = job;
  const isHalf = plane !== undefined;
  const solids = convexes(perturb(placed, { reach: moved * unit, seed, isHalf }), isHalf);
  const arrangement = await arrange(solids, { takeTurn, onProgress: (done) => tell(EDGES_DONE * done) });
  if (arrangement === undefined) return undefined;
  const surface = await faces(solids, arrangement, { unit, plane, labels, takeTurn });
  if (surface === undefined) return undefined;
  tell(FACES_DONE);
  return mended(surface, job);
}

async function booleanSurface(job: Job): Promise<Surface> {
  const { placed, labels, unit, plane, signal } = job;
  const mirror = plane === undefined ? undefined : Math.round(plane / unit);
  const isHalf = plane !== undefined;
  const solids = convexes(perturb(placed, { reach: MOVED_FOR_BOOLEANS * unit, seed: 0, isHalf }), isHalf);
  const surface = await booleans(solids, { unit, mirror, labels, signal });
  const whole = await mended(surface, job);
  if (whole !== undefined) return whole;
  const message =
    'Sides of this network meet so closely that no closed bodies can be made of it. Another number of sides will do, or thinner connections.';
  throw new SpecError([{ path: [], message }]);
}

async function mended(surface: Surface, { takeTurn, tell }: Job): Promise<Surface | undefined> {
  const whole = await mend(surface, takeTurn);
  if (whole !== undefined) tell(1);
  return whole;
}
