import type { NetworkSpecInput } from './network-schema.ts';
import type { NetworkSpec } from './network-spec.ts';
import { parseNetworkSpec } from './parse-network-spec.ts';
import { NETWORK_DEFAULTS, PRESETS, type PresetName } from './presets.ts';
import type { Recipe } from './recipe.ts';
import { shortenSpec } from './shorten-spec.ts';
import { unreadableRecipe } from './unreadable-recipe.ts';

const TOO_LONG = '(recipe too long)';
const PARTIAL = '(partial)';

/**
 * A recipe as words of ASCII, at most `maxLength` characters: `Neurofab 0.1.0 3,6,6,4,2 r=3 --shells` says the layers, which fields differ
 * from the defaults, and the settings. What does not fit leaves out title and colours and says `(partial)`, which is
 * read as a setting; if that is too long still, all it says is `(recipe too long)`.
 */
export function shortRecipe({ neurofab, spec, settings }: Recipe, maxLength: number): string {
  const { partial, ...flags } = settings;
  const flagWords = Object.entries(flags).map(([name, value]) =>
    value === true ? `--${name}` : `--${name}=${encodeURIComponent(value)}`,
  );
  const text = (words: readonly string[], end: readonly string[]) =>
    [`Neurofab ${neurofab}`, ...words, ...flagWords, ...end].join(' ');
  const fits = (candidate: string) => candidate.length <= maxLength;
  const whole = partial === true ? undefined : text(specWords(spec), []);
  if (whole !== undefined && fits(whole)) return whole;
  const plain = parseNetworkSpec({ ...spec, name: undefined, colors: undefined });
  const shape = text(specWords(plain), [PARTIAL]);
  if (fits(shape)) return shape;
  const none = `Neurofab ${neurofab} ${TOO_LONG}`;
  return fits(none) ? none : '';
}

/** How much of a recipe `shortRecipe` had room for: all, all but title and colours, or nothing. */
export function shortRecipeKeeps(text: string): 'all' | 'shape' | 'nothing' {
  if (text.endsWith(TOO_LONG)) return 'nothing';
  return text.endsWith(PARTIAL) ? 'shape' : 'all';
}

/** Whether a text is meant to be one of `shortRecipe`, which begin like no JSON. */
export function isShortRecipe(text: string): boolean {
  return text.startsWith('Neurofab ');
}

/** The recipe that `shortRecipe` wrote. Throws a SpecError for any other text, and for a network that cannot be made. */
export function parseShortRecipe(text: string): Recipe {
  const [, neurofab = '', ...words] = text.split(' ');
  if (words.join(' ') === TOO_LONG) throw unreadableRecipe('did not fit where it was to be written');
  const fields: Record<string, unknown> = {};
  const settings: Record<string, string | true> = {};
  let preset: PresetName = NETWORK_DEFAULTS.preset;
  for (const word of words) {
    const [, flag, flagValue] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    const [key, value] = word.includes('=') ? cut(word) : ['', word];
    const field = FIELDS.find((candidate) => candidate.key === key);
    if (flag !== undefined) settings[flag] = flagValue === undefined ? true : decode(flagValue);
    else if (word === PARTIAL) settings.partial = true;
    else if (Object.hasOwn(PRESETS, word)) preset = word as PresetName;
    else if (field !== undefined) put(fields, field.path, field.read(value));
    else throw unreadableRecipe(`has the unknown word ${JSON.stringify(word)}`);
  }
  return { neurofab, spec: parseNetworkSpec(fields, { preset }), settings };
}

interface Field {
  /** What stands before the equals sign; empty for the layers, which stand alone. */
  readonly key: string;
  readonly path: readonly [string] | readonly [group: string, field: string];
  readonly write: (value: never) => string;
  readonly read: (text: string) => unknown;
}

const NUMBER = { write: (value: number) => String(value), read: Number } as const;
const COLOR = {
  write: (color: string) => color.slice(1),
  read: (text: string) => `#${text}`,
} as const;

/** The fields of a spec in the order of their words. */
const FIELDS: readonly Field[] = [
  {
    key: '',
    path: ['layers'],
    write: (layers: readonly number[]) => layers.join(','),
    read: (text) => text.split(',').map(Number),
  },
  { key: 'r', path: ['nodeRadius'], ...NUMBER },
  { key: 'c', path: ['connectionRadius'], ...NUMBER },
  { key: 'n', path: ['nodeSpacing'], ...NUMBER },
  { key: 'l', path: ['layerSpacing'], ...NUMBER },
  { key: 'base', path: ['base', 'shape'], write: (shape: string) => shape, read: (text) => text },
  { key: 'b', path: ['base', 'radius'], ...NUMBER },
  { key: 't', path: ['base', 'thickness'], ...NUMBER },
  {
    key: 'posts',
    path: ['base', 'posts'],
    write: (posts: boolean) => (posts ? 'yes' : 'no'),
    read: (text) => text === 'yes',
  },
  { key: 'sides', path: ['base', 'segments'], ...NUMBER },
  { key: 'tolerance', path: ['resolution', 'tolerance'], ...NUMBER },
  { key: 'segments', path: ['resolution', 'segments'], ...NUMBER },
  { key: 'rings', path: ['resolution', 'rings'], ...NUMBER },
  { key: 'cb', path: ['colors', 'base'], ...COLOR },
  { key: 'cc', path: ['colors', 'connections'], ...COLOR },
  {
    key: 'cl',
    path: ['colors', 'layers'],
    write: (colors: readonly string[]) => colors.map(COLOR.write).join(','),
    read: (text) => text.split(',').map(COLOR.read),
  },
  { key: 'name', path: ['name'], write: (name: string) => encodeURIComponent(name), read: decode },
];

/** The fewest words that say a spec: layers, what differs from the preset, and the preset if it is not the usual one. */
function specWords(spec: NetworkSpec): readonly string[] {
  const { preset, input } = shortenSpec(spec);
  const words = FIELDS.flatMap(({ key, path, write }) => {
    const value = valueAt(input, path);
    if (value === undefined) return [];
    const text = write(value as never);
    return [key === '' ? text : `${key}=${text}`];
  });
  return [...words, ...(preset === NETWORK_DEFAULTS.preset ? [] : [preset])];
}

function valueAt(input: NetworkSpecInput, [field, subfield]: Field['path']): unknown {
  const value: unknown = input[field as keyof NetworkSpecInput];
  return subfield === undefined ? value : (value as Record<string, unknown> | undefined)?.[subfield];
}

function put(fields: Record<string, unknown>, [field, subfield]: Field['path'], value: unknown): void {
  if (subfield === undefined) fields[field] = value;
  else fields[field] = { ...(fields[field] as object | undefined), [subfield]: value };
}

function cut(word: string): [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unreadableRecipe(`has the broken text ${JSON.stringify(text)}`);
  }
}
