import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { Resolution } from '../mesh/resolution.ts';
import { baseRadiusFor, minBaseRadius } from './base.ts';
import { cleanName } from './clean-name.ts';
import { type HexColor, parseColor } from './color.ts';
import { fieldNames, NETWORK_LIMITS, type NetworkSpecInput, networkSpecSchema } from './network-schema.ts';
import type { BaseSpec, NetworkSpec } from './network-spec.ts';
import { defaultName, NETWORK_DEFAULTS, PRESETS, type Preset, type PresetName } from './presets.ts';
import { show } from './show.ts';
import { type Fault, SpecError } from './spec-error.ts';

export interface ParseOptions {
  /** Where the defaults come from; `'desk'` if left out. */
  readonly preset?: PresetName | undefined;
  /** A default in place of the preset's, where that is a tolerance too. */
  readonly tolerance?: number | undefined;
}

/** Code made for a schema pays from some hundred parses on, and a page's policy may forbid it. */
const JITLESS = { jitless: true } as const;

/** A complete spec from what a person wrote. Throws a SpecError that lists every fault, each with its path. */
export function parseNetworkSpec(input: unknown, options: ParseOptions = {}): NetworkSpec {
  const preset = presetFor(options);
  const result = networkSpecSchema.safeParse(input, JITLESS);
  const faults = result.success ? [] : schemaFaults(result.error);
  const sound = result.success ? result.data : withoutFaulty(input, faults);
  const spec = complete(sound, preset);
  faults.push(...fitFaults(spec, sound, new Set(faults.map(({ path }) => path[0]))));
  if (faults.length > 0) throw new SpecError(faults);
  return spec;
}

function presetFor({ preset: name = NETWORK_DEFAULTS.preset, tolerance }: ParseOptions): Preset {
  const preset = PRESETS[name];
  if (tolerance === undefined || !('tolerance' in preset.resolution)) return preset;
  return { ...preset, resolution: { tolerance } };
}

/** One fault a place: the first of those that the schema finds there. */
function schemaFaults(error: z.ZodError): Fault[] {
  const faults = new Map<string, Fault>();
  const add = (path: Fault['path'], message: string) => {
    const place = JSON.stringify(path);
    if (!faults.has(place)) faults.set(place, { path, message });
  };
  for (const issue of error.issues) {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add([...path, key], unknownKey(key, path));
    } else {
      add(path, issue.message);
    }
  }
  return [...faults.values()];
}

function unknownKey(key: string, path: readonly (string | number)[]): string {
  const names = fieldNames(path[0]);
  const meant = closest(key.slice(0, 100), names);
  const isNear = distance(key, meant) <= Math.max(key.length, meant.length) / 2;
  return `There is no field ${show(key)}. ${isNear ? `Did you mean ${show(meant)}?` : `There are ${names.join(', ')}.`}`;
}

/** The fields of an input that have no fault, so that how they fit can be checked all the same. */
function withoutFaulty(input: unknown, faults: readonly Fault[]): NetworkSpecInput {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return {};
  const faulty = new Set(faults.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(input).filter(([field]) => !faulty.has(field)));
}

function complete(input: NetworkSpecInput, preset: Preset): NetworkSpec {
  const layers = input.layers ?? NETWORK_DEFAULTS.layers;
  const nodeRadius = input.nodeRadius ?? preset.nodeRadius;
  const sizes = {
    layers,
    nodeRadius,
    connectionRadius: input.connectionRadius ?? nodeRadius * NETWORK_DEFAULTS.connectionRatio,
    nodeSpacing: input.nodeSpacing ?? nodeRadius * NETWORK_DEFAULTS.nodeSpacingRatio,
    layerSpacing: input.layerSpacing ?? nodeRadius * NETWORK_DEFAULTS.layerSpacingRatio,
  };
  return {
    version: 1,
    name: cleanName(input.name ?? '') || defaultName(layers),
    ...sizes,
    base: completeBase(input, sizes, preset),
    colors: {
      base: hex(input.colors?.base) ?? NETWORK_DEFAULTS.colors.base,
      connections: hex(input.colors?.connections) ?? NETWORK_DEFAULTS.colors.connections,
      layers: input.colors?.layers?.map((name) => hex(name)!) ?? NETWORK_DEFAULTS.colors.layers,
    },
    resolution: (input.resolution as Resolution | undefined) ?? preset.resolution,
  };
}

function completeBase(
  input: NetworkSpecInput,
  sizes: Pick<NetworkSpec, 'layers' | 'nodeRadius' | 'layerSpacing'>,
  preset: Preset,
): BaseSpec {
  const { base } = input;
  if (base?.shape === 'none') return { shape: 'none' };
  // A resolution that was asked for holds for every circle, so it also replaces the preset's sides of the disc.
  const segments = base?.segments ?? (input.resolution === undefined ? preset.base.segments : undefined);
  return {
    shape: 'disc',
    radius: base?.radius ?? baseRadiusFor(sizes, preset.base.grows),
    thickness: base?.thickness ?? sizes.nodeRadius * NETWORK_DEFAULTS.baseThicknessRatio,
    posts: base?.posts ?? preset.base.posts,
    ...(segments !== undefined && { segments }),
  };
}

function hex(color: string | undefined): HexColor | undefined {
  return color === undefined ? undefined : parseColor(color);
}

/** Faults in how sound fields fit together. A rule that involves a faulty field is left out. */
function fitFaults(spec: NetworkSpec, input: NetworkSpecInput, faulty: ReadonlySet<unknown>): Fault[] {
  const { nodeRadius, connectionRadius, nodeSpacing, layerSpacing, base } = spec;
  const faults: Fault[] = [];
  const check = (uses: (keyof NetworkSpec)[], right: boolean, path: Fault['path'], message: string) => {
    if (!right && !uses.some((field) => faulty.has(field))) faults.push({ path, message });
  };

  // A default radius of the disc is too small only for posts that are too thick themselves.
  const thick = connectionRadius >= nodeRadius;
  check(
    ['nodeRadius', 'connectionRadius'],
    !thick,
    ['connectionRadius'],
    `Must be less than the node radius (${nodeRadius} mm), but is ${connectionRadius} mm.`,
  );
  check(
    ['nodeRadius', 'nodeSpacing'],
    nodeSpacing > 2 * nodeRadius,
    ['nodeSpacing'],
    `Nodes would overlap: must be more than two node radii (${2 * nodeRadius} mm), but is ${nodeSpacing} mm.`,
  );
  check(
    ['nodeRadius', 'layerSpacing'],
    layerSpacing > 2 * nodeRadius,
    ['layerSpacing'],
    `Layers would overlap: must be more than two node radii (${2 * nodeRadius} mm), but is ${layerSpacing} mm.`,
  );
  if (base.shape === 'none') {
    for (const field of ['radius', 'thickness', 'posts', 'segments'] as const) {
      check(
        ['base'],
        input.base?.[field] === undefined,
        ['base', field],
        'There is no base to apply this to.',
      );
    }
  } else {
    check(
      ['base', 'nodeRadius'],
      base.thickness <= 2 * nodeRadius,
      ['base', 'thickness'],
      `Would bury the nodes: must be at most two node radii (${2 * nodeRadius} mm), but is ${base.thickness} mm.`,
    );
    check(
      ['base', 'nodeRadius', 'connectionRadius', 'layers', 'layerSpacing'],
      !base.posts || base.radius >= minBaseRadius(spec) || (input.base?.radius === undefined && thick),
      ['base', 'radius'],
      `Must be at least ${minBaseRadius(spec)} mm, to reach a post of the middle layers, but is ${base.radius} mm.`,
    );
  }
  for (const [path, size] of defaultLengths(spec, input)) {
    check(
      ['nodeRadius', 'layers', 'layerSpacing', path[0]],
      size >= NETWORK_LIMITS.minLength && size <= NETWORK_LIMITS.maxLength,
      path,
      `Would be ${size} mm by default, but must be a length from ${NETWORK_LIMITS.minLength} to ${NETWORK_LIMITS.maxLength} mm.`,
    );
  }
  const { tolerance, segments, rings } = (input.resolution ?? {}) as Record<string, number | undefined>;
  if (input.resolution !== undefined) {
    check(
      ['resolution'],
      (tolerance === undefined) !== (segments === undefined),
      ['resolution'],
      'Must have either a tolerance or segments.',
    );
    check(
      ['resolution'],
      rings === undefined || segments !== undefined,
      ['resolution', 'rings'],
      'Rings go with segments.',
    );
  }
  return faults;
}

/** The lengths that follow from others; those that were given have been checked. */
function defaultLengths(
  { connectionRadius, nodeSpacing, layerSpacing, base }: NetworkSpec,
  input: NetworkSpecInput,
): (readonly [path: readonly [keyof NetworkSpec, ...string[]], size: number])[] {
  const lengths: [path: readonly [keyof NetworkSpec, ...string[]], size: number, given: unknown][] = [
    [['connectionRadius'], connectionRadius, input.connectionRadius],
    [['nodeSpacing'], nodeSpacing, input.nodeSpacing],
    [['layerSpacing'], layerSpacing, input.layerSpacing],
  ];
  if (base.shape === 'disc') {
    lengths.push([['base', 'radius'], base.radius, input.base?.radius]);
    lengths.push([['base', 'thickness'], base.thickness, input.base?.thickness]);
  }
  return lengths.flatMap(([path, size, given]) => (given === undefined ? [[path, size]] : []));
}
