import { baseRadiusFor } from './base.ts';
import { completeSpec } from './complete-spec.ts';
import { type Draft, FIELDS, putAt, valueAt } from './fields.ts';
import type { NetworkSpecInput } from './network-spec.ts';
import { NETWORK_DEFAULTS, PRESETS, type Preset, type PresetName } from './presets.ts';

/**
 * An input of version 1 as one of version 2 with the same geometry. The default disc of version 1 was as large as the
 * seed's where that is larger than the layers need.
 */
export function fromVersion1(input: NetworkSpecInput, preset: Preset): NetworkSpecInput {
  if (!preset.base.grows || input.base?.shape === 'none' || input.base?.radius !== undefined) return input;
  const sizes = completeSpec(input, preset);
  const radius = baseRadiusFor(sizes, false);
  return radius <= baseRadiusFor(sizes, true) ? input : { ...input, base: { ...input.base, radius } };
}

/**
 * What its author may have given for a spec of version 1 that was saved complete: all but what the nearest preset gives
 * anyway, so that what followed from other fields goes on following from them when they are changed.
 */
export function givenInVersion1(saved: NetworkSpecInput): NetworkSpecInput {
  const variants = Object.keys(PRESETS).map((name) => withoutDefaults(saved, name as PresetName));
  const size = (input: NetworkSpecInput) => JSON.stringify(input).length;
  return variants.reduce((best, variant) => (size(variant) < size(best) ? variant : best));
}

function withoutDefaults(saved: NetworkSpecInput, name: PresetName): NetworkSpecInput {
  const from = PRESETS[name];
  const { resolution, ...others } = saved;
  // The sides of circles and of the disc go by one another.
  const given = isSame(resolution, from.resolution) ? others : saved;
  const draft: Draft = { ...completeSpec(saved, from), given, from };
  const kept: Record<string, unknown> = { layers: saved.layers };
  if (name !== NETWORK_DEFAULTS.preset) kept.preset = name;
  for (const { path, default: usual } of FIELDS) {
    const value = valueAt(saved, path);
    if (path[0] !== 'version' && !isSame(value, usual?.(draft))) putAt(kept, path, value);
  }
  return kept;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
