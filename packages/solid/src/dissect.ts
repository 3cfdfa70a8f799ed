import { type JobOptions, type Scene, SpecError } from '@neurofab/core';
import { type TakeTurn, takeTurns } from '@neurofab/core/internal';
import { arrange } from './arrange/arrange.ts';
import { booleans } from './booleans/booleans.ts';
import { convexes } from './convex/convexes.ts';
import { perturb } from './convex/perturb.ts';
import type { Placed } from './convex/placed.ts';
import { faces } from './faces/faces.ts';
import { latticeUnit } from './lattice.ts';
import { mend } from './mend/mend.ts';
import { pieceSolids } from './scene-solids.ts';
import type { Surface } from './surface.ts';

/** `'parts'` labels facets with the part's number and also makes those where parts touch; `'outline'` takes all parts for one, number 0. */
export type Detail = 'parts' | 'outline';

/** A piece of a scene, by its number. */
export interface Place {
  readonly scene: Scene;
  readonly piece: number;
}

/** How far solids move at most to be in general position, in lattice units: some ten million times what rounding takes. */
const MOVED = 1 / 16;

/** How often solids are moved in other ways before booleans have to do it. */
const TRIES = 4;

/** What share of a job the edges take, and the faces with them. */
const [EDGES_DONE, FACES_DONE] = [0.6, 0.9];

/**
 * The surface of a piece, labelled with the number of the part that each facet bounds. A facet between two parts is in it
 * once, so that neighbours share their points exactly.
 *
 * Nothing is handed on that is not sound: what fails is tried again with the solids moved in another way, then by booleans.
 * Throws a SpecError if none of these will do.
 */
export async function dissect(place: Place, detail: Detail, options: JobOptions = {}): Promise<Surface> {
  const job = jobOf(place, detail, options);
  for (let seed = 0; seed < TRIES; seed++) {
    const surface = await arrangeSurface(job, seed);
    if (surface !== undefined) return surface;
  }
  return booleanSurface(job);
}

/** The same surface by booleans alone. */
export function dissectByBooleans(place: Place, detail: Detail, options: JobOptions = {}): Promise<Surface> {
  return booleanSurface(jobOf(place, detail, options));
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

function jobOf({ scene, piece }: Place, detail: Detail, { signal, onProgress }: JobOptions): Job {
  const { placed, partOfRank, plane, bounds } = pieceSolids(scene.pieces[piece]!, scene);
  let told = 0;
  return {
    placed: detail === 'parts' ? placed : placed.map((item) => ({ ...item, rank: 0 })),
    labels: detail === 'parts' ? partOfRank : [0],
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

/** `undefined` if rounding made a fault that cannot be mended. */
async function arrangeSurface(job: Job, seed: number): Promise<Surface | undefined> {
  const { placed, labels, unit, plane, takeTurn, tell } = job;
  const isHalf = plane !== undefined;
  const solids = convexes(perturb(placed, { reach: MOVED * unit, seed, isHalf }), isHalf);
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
  const surface = await booleans(convexes(placed, plane !== undefined), { unit, mirror, labels, signal });
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
