import leven, { closestMatch } from 'leven';
import type * as z from 'zod/mini';
import { cleanName } from './clean-name.ts';
import { completeSpec } from './complete-spec.ts';
import { fitFaults } from './fit-faults.ts';
import type { LayerInput } from './layers.ts';
import type { Lettering } from './lettering.ts';
import type { Mode } from './modes.ts';
import { fieldNames, networkSpecSchema } from './network-schema.ts';
import type { NetworkSpec, NetworkSpecInput } from './network-spec.ts';
import type { OwnValues } from './own-values.ts';
import { type Defaults, NETWORK_DEFAULTS, PRESETS, type Preset, type PresetName } from './presets.ts';
import { show } from './show.ts';
import { type Fault, isObject, SpecError } from './spec-error.ts';
import { fromVersion1 } from './version-1.ts';

export interface ParseOptions {
  /** Where the defaults come from if the input does not say it; `'desk'` if left out. */
  readonly preset?: PresetName | undefined;
  /** A default in place of the preset's, where that is a tolerance too. */
  readonly tolerance?: number | undefined;
  /** Defaults in place of the usual ones. */
  readonly mode?: Mode | undefined;
  readonly layerHeight?: number | undefined;
  /** How text looks; lines that it has not are not known. */
  readonly lettering?: Lettering | undefined;
  /** What the printer makes, as its owner found out. */
  readonly own?: OwnValues | undefined;
}

/** Code made for a schema pays from some hundred parses on, and a page's policy may forbid it. */
const JITLESS = { jitless: true } as const;

/** A complete spec from what a person wrote. Throws a SpecError that lists every fault, each with its path. */
export function parseNetworkSpec(input: unknown, options: ParseOptions = {}): NetworkSpec {
  const result = networkSpecSchema.safeParse(input, JITLESS);
  const faults = result.success ? [] : schemaFaults(result.error);
  const sound = result.success ? result.data : withoutFaulty(input, faults);
  const { preset: name = options.preset ?? NETWORK_DEFAULTS.preset } = sound;
  const defaults = defaultsFor(name, options);
  const { lettering, own } = options;
  const spec = {
    ...completeSpec(givenIn(sound, name, defaults), defaults),
    ...(lettering && { lettering }),
    ...(own && { own }),
  };
  faults.push(...fitFaults(spec, sound, new Set(faults.map(({ path }) => path[0]))));
  if (faults.length > 0) throw new SpecError(faults);
  return spec;
}

/** The defaults that a complete spec has followed, so that another with something else given can follow them too. */
export function defaultsOf({ resolution, mode, layerHeight, lettering, own }: NetworkSpec): ParseOptions {
  return {
    ...('tolerance' in resolution && { tolerance: resolution.tolerance }),
    mode,
    layerHeight,
    lettering,
    own,
  };
}

function defaultsFor(name: PresetName, { tolerance, mode, layerHeight, own }: ParseOptions): Defaults {
  const defaults = { ...PRESETS[name], mode, layerHeight, own };
  if (tolerance === undefined || !('tolerance' in defaults.resolution)) return defaults;
  return { ...defaults, resolution: { tolerance } };
}

/** What was given, in a form that says it all by itself, names cleaned: the layers and an unusual preset are always in it. */
function givenIn(input: NetworkSpecInput, name: PresetName, preset: Preset): NetworkSpecInput {
  const given = input.version === 1 ? fromVersion1(input, preset) : input;
  const { $schema: _, version: __, preset: ___, layers = NETWORK_DEFAULTS.layers, ...fields } = given;
  return {
    version: 2,
    ...(name !== NETWORK_DEFAULTS.preset && { preset: name }),
    layers: layers.map((layer) => (typeof layer === 'number' ? layer : cleanedLayer(layer))),
    ...cleaned(fields),
    ...(fields.text !== undefined && { text: cleanName(fields.text) || undefined }),
    ...(fields.braille !== undefined && { braille: cleanName(fields.braille) || undefined }),
    ...(fields.inputs !== undefined && { inputs: fields.inputs.map(cleanName) }),
    ...(fields.outputs !== undefined && { outputs: fields.outputs.map(cleanName) }),
  };
}

function cleanedLayer(layer: Exclude<LayerInput, number>): LayerInput {
  const { labels } = layer;
  return cleaned(labels === undefined ? layer : { ...layer, labels: labels.map(cleanName) });
}

/** The same fields with their name cleaned, or without one of which nothing is left. */
function cleaned<Named extends { readonly name?: string | undefined }>(fields: Named): Named {
  const { name, ...others } = fields;
  const clean = cleanName(name ?? '');
  return (clean === '' ? others : { name: clean, ...others }) as Named;
}

/** One fault a place: the first of those that the schema finds there. */
function schemaFaults(error: z.core.$ZodError): Fault[] {
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
  const meant = closestMatch(key.slice(0, 100), names)!;
  const isNear = leven(key, meant) <= Math.max(key.length, meant.length) / 2;
  return `There is no field ${show(key)}. ${isNear ? `Did you mean ${show(meant)}?` : `There are ${names.join(', ')}.`}`;
}

/** The fields of an input that have no fault, so that how they fit can be checked all the same. */
function withoutFaulty(input: unknown, faults: readonly Fault[]): NetworkSpecInput {
  if (!isObject(input)) return {};
  const faulty = new Set(faults.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(input).filter(([field]) => !faulty.has(field)));
}
