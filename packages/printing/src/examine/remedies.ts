import { layout, type NetworkScene, type NetworkSpec, type NetworkSpecInput } from '@neurofab/core';
import { MODE_TRAITS, specAt, specWith } from '@neurofab/core/internal';
import type { PrintRemedy } from './print-finding.ts';
import { roundUp } from './round-up.ts';

/** A network as a person writes it, changed as a remedy says, but for its scale and colours. */
export function changedNetwork(
  network: NetworkSpecInput,
  { segments, base: shape, baseRadius: radius, scale: _, slots: __, ...change }: PrintRemedy,
): NetworkSpecInput {
  // What stands is not cut, has no pegs, and no plate to hang up.
  const { layerHeight: ___, clearance: ____, hangingHole: _____, ...standing } = network;
  const isUpright = change.mode !== undefined && !MODE_TRAITS[change.mode].lies;
  return {
    ...(isUpright ? standing : network),
    ...change,
    ...(segments !== undefined && { resolution: { segments } }),
    ...((shape !== undefined || radius !== undefined) && {
      base: {
        ...network.base,
        ...(shape !== undefined && { shape }),
        ...(radius !== undefined && { radius }),
      },
    }),
  };
}

/** Remedies for a scene that was made so many times as large as it was asked for, and whether a scene is well. */
export interface Mending {
  readonly scale: number;
  readonly isWell: (scene: NetworkScene) => boolean;
}

/** Of changes to a network as large as it is those that mend it, as changes to what was asked for. */
export function mending(
  { source }: NetworkScene,
  changes: readonly PrintRemedy[],
  { scale, isWell }: Mending,
): PrintRemedy[] {
  return changes
    .map((change) => asAsked(change, scale))
    .filter((remedy) => {
      const spec = changedSpec(source, remedy, scale);
      return spec !== undefined && isWell(layout(spec));
    });
}

/** Lengths as they are before the network is scaled; those that do not grow with it stay. */
export function asAsked(
  { segments, mode, base, layerHeight, clearance, scale: more, ...lengths }: PrintRemedy,
  scale: number,
): PrintRemedy {
  const before = Object.entries(lengths).map(([name, length]) => [name, roundUp(length / scale)]);
  return {
    ...(segments !== undefined && { segments }),
    ...(mode !== undefined && { mode }),
    ...(base !== undefined && { base }),
    ...(layerHeight !== undefined && { layerHeight }),
    ...(clearance !== undefined && { clearance }),
    ...Object.fromEntries(before),
    ...(more !== undefined && { scale: roundUp(more * scale) }),
  };
}

/** The network that comes of a remedy; `undefined` where there is none. */
export function changedSpec(
  source: NetworkSpec,
  remedy: PrintRemedy,
  scale: number,
): NetworkSpec | undefined {
  const unscaled = scale === 1 ? source : specAt(source, 1 / scale);
  const changed = unscaled && specWith({ ...unscaled, given: changedNetwork(unscaled.given, remedy) }, {});
  const times = remedy.scale ?? scale;
  return changed && (times === 1 ? changed : specAt(changed, times));
}
