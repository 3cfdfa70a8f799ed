import { type Backend, layout, type NetworkScene, type NetworkSpec } from '@neurofab/core';
import { circleSegments, countShells, isCut, shownCount, thickestConnection } from '@neurofab/core/internal';
import type { Format } from '../formats.ts';
import type { PlannedFile } from '../plan/plan-files.ts';
import { withEllipses } from './ellipses.ts';
import { estimateJoining, type JoiningEstimate } from './estimate-joining.ts';
import type { Finding, Remedy } from './finding.ts';

/** What nobody needs to be told of. */
const QUICK: Pick<JoiningEstimate, 'seconds' | 'bytes'> = { seconds: 10, bytes: 2e9 };

/** What is refused: longer than patience, or more than ends well. Networks estimated at 7 GB were joined, one of 12 GB failed. */
const TOO_MUCH: Pick<JoiningEstimate, 'seconds' | 'bytes'> = { seconds: 3600, bytes: 8e9 };

/** A number of sides that is quick for most networks and still round to the eye. */
const FEW_SIDES = 24;

/** What joining takes; `undefined` where nothing is joined. */
export function joiningEstimate(
  scene: NetworkScene,
  files: readonly PlannedFile[],
): JoiningEstimate | undefined {
  return files.some(isJoined) ? estimateJoining(scene) : undefined;
}

/** Joining that takes long or much memory, and joining that would never end well, with what would be quick. */
export function joiningFindings(
  scene: NetworkScene,
  files: readonly PlannedFile[],
  formats: readonly Format[],
): Finding[] {
  const value = joiningEstimate(scene, files);
  if (value === undefined || isWithin(value, QUICK)) return [];
  const { source: spec } = scene;
  const about = {
    path: ['network', 'layers'],
    value,
    nodes: spec.layers.reduce<number>((sum, layer) => sum + shownCount(layer), 0),
    sides: circleSegments(spec.nodeRadius, spec.resolution),
  };
  const others = [...coarser(scene), ...unjoined(scene, files.filter(isJoined), formats)];
  if (isWithin(value, TOO_MUCH)) {
    return [{ ...about, code: 'slow-joining', level: 'warning', limit: QUICK, ...withRemedies(others) }];
  }
  // To draw less of a network is a large step, so not only for haste.
  const remedies = [...shortened(spec), ...others];
  return [
    { ...about, code: 'endless-joining', level: 'refusal', limit: TOO_MUCH, ...withRemedies(remedies) },
  ];
}

function isJoined({ bodies }: PlannedFile): boolean {
  return bodies !== 'shells' && bodies !== 'none';
}

function withRemedies(remedies: readonly Remedy[]): { readonly remedies?: readonly Remedy[] } {
  return remedies.length === 0 ? {} : { remedies };
}

function shortened(spec: NetworkSpec): Remedy[] {
  const short = withEllipses(spec);
  return short === undefined || !isWithin(estimateJoining(layout(short.spec)), TOO_MUCH)
    ? []
    : [{ layers: short.layers }];
}

/** Which other number of sides makes it quick, if one does. */
function coarser({ source, pieces }: NetworkScene): Remedy[] {
  const sides = circleSegments(thickestConnection(source) / 2, source.resolution);
  const few = { source: { ...source, resolution: { segments: FEW_SIDES } }, pieces };
  return sides > FEW_SIDES && isWithin(estimateJoining(few), QUICK) ? [{ segments: FEW_SIDES }] : [];
}

/** How shells can be written instead, if a format holds so many. */
function unjoined(scene: NetworkScene, files: readonly PlannedFile[], formats: readonly Format[]): Remedy[] {
  if (isCut(scene)) return [];
  const triangles = countShells(scene);
  const holds = ({ maxTriangles = Infinity }: Backend) => triangles <= maxTriangles;
  if (files.every(({ backend }) => holds(backend))) return [{ shells: true }];
  const other = formats
    .map((format) => format())
    .find((backend) => backend.holds === 'body' && holds(backend));
  return other === undefined ? [] : [{ shells: true, format: other.id }];
}

function isWithin(estimate: JoiningEstimate, { seconds, bytes }: typeof QUICK): boolean {
  return estimate.seconds <= seconds && estimate.bytes <= bytes;
}
