import * as z from 'zod/mini';
import { cleanName, undrawableFault } from './clean-name.ts';
import { parseColor } from './color.ts';
import { FIELDS, GROUP_EXAMPLES, type Kind } from './fields.ts';
import { layerFaults } from './layers.ts';
import { NETWORK_LIMITS } from './limits.ts';
import type { NetworkSpecInput } from './network-spec.ts';
import { outlinesFaults } from './outlines.ts';
import { show } from './show.ts';
import type { Fault } from './spec-error.ts';

const LIMITS = NETWORK_LIMITS;

/** Schema of what a person writes. `parseNetworkSpec` fills it in and checks how the fields fit together. */
export const networkSpecSchema: z.ZodMiniType<NetworkSpecInput> = object(
  shapes(),
  '{ "layers": [3, 6, 6, 4, 2] }',
) as unknown as z.ZodMiniType<NetworkSpecInput>;

/** The fields that a spec may have, or those of one of its groups. */
export function fieldNames(group?: string | number): string[] {
  const isGroup = group !== undefined && Object.hasOwn(GROUP_EXAMPLES, group);
  const names = FIELDS.flatMap(({ path: [first, inner] }) => {
    if (!isGroup) return [first];
    return first === group ? [inner!] : [];
  });
  return [...new Set(names)];
}

/** The schema of each field, those of a group in one object. */
function shapes(): Record<string, z.ZodMiniType> {
  const shape: Record<string, z.ZodMiniType> = {};
  for (const {
    path: [name, inner],
    kind,
  } of FIELDS) {
    if (inner === undefined) shape[name] = kindSchema(kind);
    else shape[name] ??= groupSchema(name);
  }
  return shape;
}

function groupSchema(group: string): z.ZodMiniType {
  const inner = FIELDS.filter(({ path }) => path[0] === group && path.length === 2);
  const shape = Object.fromEntries(inner.map(({ path, kind }) => [path[1]!, kindSchema(kind)]));
  return object(shape, GROUP_EXAMPLES[group]!);
}

function object(shape: Record<string, z.ZodMiniType>, example: string): z.ZodMiniType {
  return z.partial(z.strictObject(shape, { error: must(`be an object such as ${example}`) }));
}

function kindSchema(kind: Kind): z.ZodMiniType {
  switch (kind.kind) {
    case 'address':
      return z.string({ error: must('be the address of a JSON Schema') });
    case 'version':
      return z.literal([1, 2], { error: must('be 1 or 2, the versions there are') });
    case 'text': {
      const text = z.string({ error: must('be text') }).check(
        z.maxLength(LIMITS.maxNameLength, { error: nameTooLong }),
        // Cleaning composes characters anew, and a few become two.
        z.refine((name) => cleanName(name).length <= LIMITS.maxNameLength, { error: nameTooLong }),
      );
      return kind.isDrawn ? text.check(drawable()) : text;
    }
    case 'texts':
      return textsSchema();
    case 'outlines':
      return faultless(outlinesFaults);
    case 'layers':
      return layersSchema();
    case 'weights':
      return weightsSchema();
    case 'yes-no':
      return z.boolean({ error: must('be true or false') });
    case 'length':
      return number(LIMITS.minLength, LIMITS.maxLength, 'length', ' mm');
    case 'number':
      return number(kind.min, kind.max, 'number', '');
    case 'count': {
      const { noun, min, max } = kind;
      const error = must(`be a whole number of ${noun} from ${min} to ${max}`);
      return z.int({ error }).check(z.minimum(min, { error }), z.maximum(max, { error }));
    }
    case 'choice':
      return z.enum(kind.choices, {
        error: must(`be ${oneOf(kind.choices)}`),
      });
    case 'color':
      return color();
    case 'colors':
      return z.array(color(), { error: must('be a list of colours') }).check(
        z.minLength(1, { error: 'Must name at least one colour, but is empty.' }),
        z.maxLength(LIMITS.maxLayerColors, {
          error: ({ input }) =>
            `Must name at most ${LIMITS.maxLayerColors} colours, but names ${(input as unknown[]).length}.`,
        }),
      );
    default:
      throw unknownKind(kind);
  }
}

function textsSchema(): z.ZodMiniType {
  const text = z.string({ error: must('be text') }).check(
    z.maxLength(LIMITS.maxLayerNameLength, {
      error: must(`be text of at most ${LIMITS.maxLayerNameLength} characters`),
    }),
    drawable(),
  );
  return z.array(text, { error: must('be a list of names') }).check(
    z.maxLength(LIMITS.maxNodesPerLayer, {
      error: ({ input }) =>
        `Must have at most ${LIMITS.maxNodesPerLayer} names, but has ${(input as unknown[]).length}.`,
    }),
  );
}

function drawable(): z.core.$ZodCheck<string> {
  return z.refine((text) => undrawableFault(text) === undefined, {
    error: ({ input }) => undrawableFault(input as string),
  });
}

function layersSchema(): z.ZodMiniType {
  return z
    .array(faultless(layerFaults), { error: must('be a list of nodes per layer, such as [3, 6, 6, 4, 2]') })
    .check(
      z.minLength(LIMITS.minLayers, {
        error: ({ input }) =>
          `A network needs at least ${LIMITS.minLayers} layers, such as 3,2, but this one has ${(input as unknown[]).length}.`,
      }),
      z.maxLength(LIMITS.maxLayers, {
        error: ({ input }) =>
          `A network has at most ${LIMITS.maxLayers} layers, but this one has ${(input as unknown[]).length}.`,
      }),
    );
}

/** What a function finds no faults in. */
function faultless(faultsOf: (value: unknown) => readonly Fault[]): z.ZodMiniType {
  return z.any().check(
    z.superRefine((value, context) => {
      for (const { path, message } of faultsOf(value)) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
    }),
  );
}

function weightsSchema(): z.ZodMiniType {
  const weight = z.nullable(z.number({ error: must('be a number, or null for no connection') }));
  const row = z.array(weight, { error: must('be a row of numbers') });
  const matrix = z.array(row, { error: must('be a matrix such as [[0.5, -1.2], [null, 2]]') });
  return z.array(matrix, { error: must('be a list of matrices, one for each gap between layers') });
}

function number(min: number, max: number, noun: string, unit: string): z.ZodMiniType {
  const error = must(`be a ${noun} from ${min} to ${max}${unit}`);
  return z.number({ error }).check(z.minimum(min, { error }), z.maximum(max, { error }));
}

function color(): z.ZodMiniType {
  const error = must('be a colour, as #RRGGBB, #RGB or a CSS colour name');
  return z.string({ error }).check(z.refine((text) => parseColor(text) !== undefined, { error }));
}

function must(expectation: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `Must ${expectation}, but is ${show(input)}.`;
}

function nameTooLong({ input }: { readonly input?: unknown }): string {
  const name = input as string;
  const characters = Math.max(name.length, cleanName(name).length);
  return `Must have at most ${LIMITS.maxNameLength} characters, but has ${characters}.`;
}

function unknownKind(kind: never): Error {
  return new Error(`Unknown kind of field: ${JSON.stringify(kind)}`);
}

/** `"upright", "flat" or "plaque"` */
function oneOf(choices: readonly string[]): string {
  const words = choices.map((choice) => JSON.stringify(choice));
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
