import { fieldFromText, fieldText } from './field-text.ts';
import { FIELDS, type Kind, putAt, valueAt } from './fields.ts';
import type { NetworkSpec } from './network-spec.ts';
import { parseNetworkSpec } from './parse-network-spec.ts';
import { PRESETS } from './presets.ts';
import type { Recipe } from './recipe.ts';
import { recipeOfPlate, unreadableRecipe } from './unreadable-recipe.ts';

/** Stands before the words of a spec of version 2; those of version 1 had none. */
const VERSION_WORD = 'v2';

const TOO_LONG = '(recipe too long)';
const PARTIAL = '(partial)';
const OF_PLATE = /^\(plate of (\d+) networks\)$/;

/**
 * A recipe as words of ASCII, at most `maxLength` characters: `Neurofab 0.1.0 v2 3,6,6,4,2 r=3 --shells` says the layers, the other fields
 * that were given, and the settings. What does not fit leaves out title and colours and says `(partial)`, which is
 * read as a setting; if that is too long still, all it says is `(recipe too long)`. Of a plate it says how many networks there are.
 */
export function shortRecipe({ neurofab, spec, settings, plate }: Recipe, maxLength: number): string {
  if (plate !== undefined) return `Neurofab ${neurofab} (plate of ${plate.length} networks)`;
  const { partial, ...flags } = settings;
  const flagWords = Object.entries(flags).map(([name, value]) =>
    value === true ? `--${name}` : `--${name}=${encodeURIComponent(value)}`,
  );
  const text = (words: readonly string[] | undefined, end: readonly string[]) =>
    words && [`Neurofab ${neurofab}`, ...words, ...flagWords, ...end].join(' ');
  const fits = (candidate: string | undefined): candidate is string =>
    candidate !== undefined && candidate.length <= maxLength;
  const whole = partial === true ? undefined : text(specWords(spec), []);
  if (fits(whole)) return whole;
  const { name: _, colors: __, ...given } = spec.given;
  const shape = text(specWords({ ...spec, given }), [PARTIAL]);
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
  const plate = OF_PLATE.exec(words.join(' '));
  if (plate !== null) throw recipeOfPlate(Number(plate[1]));
  const fields: Record<string, unknown> = { version: 1 };
  const settings: Record<string, string | true> = {};
  for (const word of words) {
    const [, flag, flagValue] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
    const [key, value] = word.includes('=') ? cut(word) : ['', word];
    const field = FIELDS.find((candidate) => candidate.key === key);
    if (flag !== undefined) settings[flag] = flagValue === undefined ? true : decode(flagValue);
    else if (word === PARTIAL) settings.partial = true;
    else if (word === VERSION_WORD) fields.version = 2;
    else if (Object.hasOwn(PRESETS, word)) fields.preset = word;
    else if (field !== undefined) putAt(fields, field.path, saidValue(field.kind, value));
    else throw unreadableRecipe(`has the unknown word ${JSON.stringify(word)}`);
  }
  return { neurofab, spec: parseNetworkSpec(fields), settings };
}

/** The words that say what was given of a spec, and the preset if it is not the usual one; `undefined` where words do not do. */
function specWords({ given }: NetworkSpec): readonly string[] | undefined {
  const words: string[] = [VERSION_WORD];
  for (const { path, key, kind, complete } of FIELDS) {
    const value = valueAt(given, path);
    if (value === undefined || path[0] === 'version' || path[0] === 'preset') continue;
    // Completed, colours are numbers, which are shorter than names.
    const text = key === undefined ? undefined : fieldText(kind, complete ? complete(value as never) : value);
    if (text === undefined) return undefined;
    const word = kind.kind === 'text' ? encodeURIComponent(text) : text;
    words.push(key === '' ? word : `${key}=${word}`);
  }
  return given.preset === undefined ? words : [...words, given.preset];
}

function saidValue(kind: Kind, word: string): unknown {
  return fieldFromText(kind, kind.kind === 'text' ? decode(word) : word);
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
