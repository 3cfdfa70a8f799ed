import type { NetworkSpecInput } from './network-schema.ts';
import type { NetworkSpec } from './network-spec.ts';
import { type ParseOptions, parseNetworkSpec } from './parse-network-spec.ts';
import { PRESETS, type PresetName } from './presets.ts';

/** The least that one has to write for a spec, and the preset that it goes with. */
export interface ShortSpec {
  readonly preset: PresetName;
  readonly input: NetworkSpecInput;
}

type Path = readonly [string] | readonly [group: string, field: string];

/** The fields of a spec but for the layers, those that follow from others first: what can be left out is tried in this order. */
const PATHS: readonly Path[] = [
  ['name'],
  ['connectionRadius'],
  ['nodeSpacing'],
  ['layerSpacing'],
  ['base', 'thickness'],
  ['base', 'radius'],
  ['base', 'segments'],
  ['base', 'posts'],
  ['base', 'shape'],
  ['resolution', 'rings'],
  ['resolution', 'segments'],
  ['resolution', 'tolerance'],
  ['colors', 'base'],
  ['colors', 'connections'],
  ['colors', 'layers'],
  ['nodeRadius'],
];

/**
 * A spec without the fields that its layers, its other fields and the nearest preset give it anyway: `parseNetworkSpec` makes the same
 * spec of it, to the last bit, and what followed from other fields goes on following from them when they are changed.
 */
export function shortenSpec(spec: NetworkSpec, options: Omit<ParseOptions, 'preset'> = {}): ShortSpec {
  const variants = Object.keys(PRESETS).map((name) => shortenFor(spec, name as PresetName, options));
  const size = ({ input }: ShortSpec) => JSON.stringify(input).length;
  return variants.reduce((best, variant) => (size(variant) < size(best) ? variant : best));
}

function shortenFor(spec: NetworkSpec, preset: PresetName, options: ParseOptions): ShortSpec {
  const whole = JSON.stringify(spec);
  const saysAll = (paths: readonly Path[]) => {
    try {
      return JSON.stringify(parseNetworkSpec(pick(spec, paths), { ...options, preset })) === whole;
    } catch {
      return false;
    }
  };
  let kept = PATHS;
  // A preset's sides of circles and disc go by one another, so they are first tried together.
  const sides = PATHS.filter(([group, field]) => group === 'resolution' || field === 'segments');
  for (const spare of [sides, ...PATHS.map((path) => [path])]) {
    const fewer = kept.filter((path) => !spare.includes(path));
    if (saysAll(fewer)) kept = fewer;
  }
  return { preset, input: pick(spec, kept) };
}

/** The layers and some other fields of a spec. */
function pick(spec: NetworkSpec, paths: readonly Path[]): NetworkSpecInput {
  const fields: Record<string, unknown> = { layers: spec.layers };
  for (const [group, field] of paths) {
    const value: unknown = spec[group as keyof NetworkSpec];
    if (field === undefined) {
      fields[group] = value;
      continue;
    }
    const inGroup = (value as Record<string, unknown>)[field];
    if (inGroup !== undefined) fields[group] = { ...(fields[group] as object | undefined), [field]: inGroup };
  }
  return fields;
}
