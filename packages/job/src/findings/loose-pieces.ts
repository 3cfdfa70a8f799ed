import { layout, type NetworkScene, type NetworkSpec, type NetworkSpecInput } from '@neurofab/core';
import { MODE_TRAITS, specWith } from '@neurofab/core/internal';
import { countPieces } from './count-pieces.ts';
import type { Finding, Remedy } from './finding.ts';

/** A network that nothing holds together, with what would. `unscaled` is it as large as it was asked for. */
export function loosePieceFindings({ source }: NetworkScene, unscaled: NetworkSpec): Finding[] {
  // Without weights there is a connection wherever there can be one, and as many as 200 million to walk.
  if (source.weights === undefined || isOnPlate(source)) return [];
  const pieces = standing(source);
  const { count: value, lone } = countPieces(pieces);
  const limit = pieces.length;
  if (value <= limit) return [];
  const remedies = remediesFor(unscaled);
  const about = { code: 'loose-pieces', level: 'warning', path: ['network', 'weights'] } as const;
  return [{ ...about, value, limit, lone, ...(remedies.length > 0 && { remedies }) }];
}

/** A base to stand on, and connections that were too thin to be drawn, as far as they join all. */
function remediesFor(spec: NetworkSpec): Remedy[] {
  const base = { ...spec.given.base, shape: 'disc' } as const;
  const thinnest = Number((spec.thinnest! / 2).toPrecision(3));
  return [
    ...(spec.base.shape === 'none' && holdsTogether(spec, { base }) ? [{ base: 'disc' } as const] : []),
    ...(holdsTogether(spec, { thinnest }) ? [{ thinnest }] : []),
  ];
}

function holdsTogether(spec: NetworkSpec, change: NetworkSpecInput): boolean {
  const changed = specWith(spec, change);
  if (changed === undefined) return false;
  if (isOnPlate(changed)) return true;
  const pieces = standing(changed);
  return countPieces(pieces).count <= pieces.length;
}

/** Whether all of a network lies on one plate. */
function isOnPlate({ mode, base }: NetworkSpec): boolean {
  return MODE_TRAITS[mode].hasPlate && base.shape !== 'none';
}

/** The pieces as they stand when they are put together: on a disc, since a foot joins what a disc does. */
function standing(spec: NetworkSpec): NetworkScene['pieces'] {
  return layout({ ...spec, mode: 'upright' }).pieces;
}
