import * as z from 'zod/mini';
import { drawnWeights } from './drawn-weights.ts';
import type { NetworkSpec, NetworkSpecInput } from './network-spec.ts';
import { parseNetworkSpec } from './parse-network-spec.ts';
import { isShortRecipe, parseShortRecipe } from './short-recipe.ts';
import { isObject } from './spec-error.ts';
import { recipeOfPlate, unreadableRecipe } from './unreadable-recipe.ts';
import { givenInVersion1 } from './version-1.ts';

/** What decided the bytes of a file: with it the same version of Neurofab writes the same file again. */
export interface Recipe {
  /** The version that wrote the file. */
  readonly neurofab: string;
  readonly spec: NetworkSpec;
  readonly settings: Settings;
  /** The names of the networks of a plate, of which no file keeps more; left out where it is of one network. */
  readonly plate?: readonly string[];
}

/** What was asked for beside the network, in the words of whoever asked, such as `{ printer: 'bambu-p1s-ams' }`. */
export type Settings = Readonly<Record<string, string | true>>;

/** The longest recipe that is read; the most weights take half of it. */
const MAX_LENGTH = 8_000_000;

const textUpTo = (length: number) => z.string().check(z.maxLength(length));

const recipeSchema = z.object({
  neurofab: textUpTo(100),
  spec: z.unknown(),
  settings: z.record(textUpTo(100), z.union([textUpTo(1000), z.literal(true)])),
});

/** A recipe as one line of JSON in ASCII, so that it stands in any file, comment or header as it is. */
export function recipeText({ neurofab, spec, settings, plate }: Recipe): string {
  const saved = plate === undefined ? { neurofab, spec: savedFields(spec), settings } : { neurofab, plate };
  return JSON.stringify(saved).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What was given, less the weights of nodes that are not drawn. */
function savedFields({ given, layers, weights }: NetworkSpec): NetworkSpecInput {
  return weights === undefined ? given : { ...given, weights: drawnWeights(weights, layers) };
}

/** The recipe that `recipeText` or `shortRecipe` wrote of a network. Throws a SpecError for any other text, and for a network that cannot be made. */
export function parseRecipe(text: string): Recipe {
  if (text.length > MAX_LENGTH)
    throw unreadableRecipe(`is ${text.length} characters long, not up to ${MAX_LENGTH}`);
  if (isShortRecipe(text)) return parseShortRecipe(text);
  const saved = parseJson(text);
  if (isObject(saved) && Array.isArray(saved.plate)) throw recipeOfPlate(saved.plate.length);
  const result = recipeSchema.safeParse(saved);
  if (!result.success) {
    const field = result.error.issues[0]!.path.join('.');
    throw unreadableRecipe(field === '' ? 'is no JSON object' : `has a wrong field ${field}`);
  }
  const { neurofab, spec, settings } = result.data;
  return { neurofab, spec: savedSpec(spec), settings };
}

function savedSpec(saved: unknown): NetworkSpec {
  const spec = parseNetworkSpec(saved);
  const isComplete = isObject(saved) && saved.version === 1;
  return isComplete ? parseNetworkSpec(givenInVersion1(saved)) : spec;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadableRecipe('is no JSON');
  }
}
