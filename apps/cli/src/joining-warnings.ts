import { MAX_TRIANGLES } from '@neurofab/backend-stl';
import {
  circleSegments,
  formatCount,
  type NetworkSpec,
  type Scene,
  shells,
  shownCount,
} from '@neurofab/core';
import { InputError } from './errors.ts';
import { estimateJoining, type JoiningEstimate } from './estimate-joining.ts';
import type { Output } from './plan-outputs.ts';

/** What nobody needs to be told of. */
const QUICK: Pick<JoiningEstimate, 'seconds' | 'bytes'> = { seconds: 10, bytes: 2e9 };

/** What is refused: longer than patience, or more than ends well. Networks estimated at 7 GB were joined, one of 12 GB failed. */
const TOO_MUCH: Pick<JoiningEstimate, 'seconds' | 'bytes'> = { seconds: 3600, bytes: 8e9 };

/** A number of sides that is quick for most networks and still round to the eye. */
const FEW_SIDES = 24;

/**
 * Warns of joining that takes long or much memory, and says what would be quick. Throws an InputError for what would take
 * more than an hour or the memory that there can be.
 */
export async function joiningWarnings(scene: Scene, outputs: readonly Output[]): Promise<string[]> {
  const joined = outputs.filter(({ bodies }) => bodies !== undefined && bodies !== shells);
  if (joined.length === 0) return [];
  const { source: spec } = scene;
  const estimate = estimateJoining(spec);
  if (isWithin(estimate, QUICK)) return [];
  const nodes = spec.layers.reduce<number>((sum, layer) => sum + shownCount(layer), 0);
  const sides = circleSegments(spec.nodeRadius, spec.resolution);
  const because = `it has ${formatCount(nodes)} nodes with circles of ${formatCount(sides)} sides, and its connections cross ${formatCount(estimate.crossings)} times`;
  const advice = [...coarser(spec), ...unjoined(await shells(scene), joined)].join(', and ');
  const reason = `${because}; ${advice === '' ? 'fewer nodes take less' : advice}.`;
  if (!isWithin(estimate, TOO_MUCH)) {
    const cost = estimate.seconds > TOO_MUCH.seconds ? 'more than an hour' : 'more memory than there can be';
    throw new InputError([`To join this network would take ${cost}: ${reason}`]);
  }
  return [`To join this network may take ${inWords(estimate)}: ${reason}`];
}

/** Which other number of sides makes it quick, if one does. */
function coarser(spec: NetworkSpec): string[] {
  const isQuick = (segments: number) =>
    isWithin(estimateJoining({ ...spec, resolution: { segments } }), QUICK);
  const sides = circleSegments(spec.connectionRadius, spec.resolution);
  if (sides % 2 === 1 && isQuick(sides + 1)) return ['an even number of --segments makes it quick'];
  return sides > FEW_SIDES && isQuick(FEW_SIDES) ? [`--segments ${FEW_SIDES} makes it quick`] : [];
}

/** How shells can be written instead, if a format holds so many. */
function unjoined({ triangles }: { readonly triangles: number }, outputs: readonly Output[]): string[] {
  const most = Math.min(...outputs.map(({ format }) => format.maxTriangles ?? Infinity));
  if (triangles <= most) return ['--shells writes balls and rods as they are'];
  return triangles <= MAX_TRIANGLES ? ['an STL with --shells holds balls and rods as they are'] : [];
}

function isWithin(estimate: JoiningEstimate, { seconds, bytes }: typeof QUICK): boolean {
  return estimate.seconds <= seconds && estimate.bytes <= bytes;
}

function inWords({ seconds, bytes }: JoiningEstimate): string {
  const memory = bytes > QUICK.bytes ? [`about ${Math.round(bytes / 1e9)} GB of memory`] : [];
  return [...(seconds > QUICK.seconds ? [duration(seconds)] : []), ...memory].join(' and ');
}

function duration(seconds: number): string {
  if (seconds < 50) return `about ${Math.round(seconds / 10) * 10} seconds`;
  if (seconds < 90) return 'about a minute';
  return seconds < 1200 ? 'some minutes' : 'the better part of an hour';
}
