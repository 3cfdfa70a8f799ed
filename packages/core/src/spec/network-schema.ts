import { z } from 'zod';
import { cleanName } from './clean-name.ts';
import { parseColor } from './color.ts';
import { FIELDS, type Field, GROUPS, type Kind } from './fields.ts';
import { layerFaults } from './layers.ts';
import { NETWORK_LIMITS } from './limits.ts';
import type { NetworkSpecInput } from './network-spec.ts';
import { show } from './show.ts';

const LIMITS = NETWORK_LIMITS;

/** What JSON Schema can say of a layer. */
const LAYER_JSON_SCHEMAS = [
  { type: 'integer', minimum: 1, maximum: NETWORK_LIMITS.maxNodesPerLayer },
  {
    type: 'object',
    properties: {
      name: {
        type: 'string',
        maxLength: NETWORK_LIMITS.maxLayerNameLength,
        description: 'What the layer is called.',
      },
      size: {
        type: 'integer',
        minimum: 1,
        maximum: NETWORK_LIMITS.maxLayerSize,
        description: 'How many nodes it has.',
      },
      shown: {
        description: 'The nodes that are drawn, from 0, with "…" for the others; or how many.',
        anyOf: [
          { type: 'integer', minimum: 1, maximum: NETWORK_LIMITS.maxNodesPerLayer },
          {
            type: 'array',
            items: { anyOf: [{ type: 'integer', minimum: 0 }, { enum: ['…', '...'] }] },
          },
        ],
      },
      labels: {
        type: 'array',
        items: { type: 'string', maxLength: NETWORK_LIMITS.maxLayerNameLength },
        description: 'What its nodes stand for: a text for each, or for each that is drawn.',
      },
      flow: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        description: 'The share of the flow through a trained network that drawn nodes carry.',
      },
    },
    required: ['size'],
    additionalProperties: false,
  },
];

const ROOT = z
  .strictObject(shapes(), { error: must('be an object such as { "layers": [3, 6, 6, 4, 2] }') })
  .partial()
  .meta({ title: 'Neurofab network', description: 'A neural network to be made into a printable model.' });

/** Schema of what a person writes. `parseNetworkSpec` fills it in and checks how the fields fit together. */
export const networkSpecSchema: z.ZodType<NetworkSpecInput> = ROOT as unknown as z.ZodType<NetworkSpecInput>;

/** The fields that a spec may have, or those of one of its groups. */
export function fieldNames(group?: string | number): string[] {
  const isGroup = group !== undefined && Object.hasOwn(GROUPS, group);
  const names = FIELDS.flatMap(({ path: [first, inner] }) => {
    if (!isGroup) return [first];
    return first === group ? [inner!] : [];
  });
  return [...new Set(names)];
}

/** The JSON Schema of a spec (draft 2020-12), generated from the one that checks it. */
export function networkSpecJsonSchema(): object {
  return z.toJSONSchema(ROOT, { io: 'input' });
}

/** The schema of each field, those of a group in one object. */
function shapes(): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  for (const field of FIELDS) {
    const [name, inner] = field.path;
    if (inner === undefined) shape[name] = schemaOf(field);
    else shape[name] ??= groupSchema(name);
  }
  return shape;
}

function groupSchema(group: string): z.ZodType {
  const { doc, example } = GROUPS[group]!;
  const inner = FIELDS.filter(({ path }) => path[0] === group && path.length === 2);
  const shape = Object.fromEntries(inner.map((field) => [field.path[1]!, schemaOf(field)]));
  return z
    .strictObject(shape, { error: must(`be an object such as ${example}`) })
    .partial()
    .meta({ description: sentence(doc) });
}

function schemaOf(field: Field): z.ZodType {
  const { doc, usually } = field;
  const unit = field.kind.kind === 'length' ? ' in mm' : '';
  const description = `${sentence(doc + unit)}${usually === undefined ? '' : ` ${sentence(`${usually} if left out`)}`}`;
  return kindSchema(field.kind).meta({ description });
}

function kindSchema(kind: Kind): z.ZodType {
  switch (kind.kind) {
    case 'address':
      return z.string({ error: must('be the address of a JSON Schema') });
    case 'version':
      return z.literal([1, 2], { error: must('be 1 or 2, the versions there are') });
    case 'text':
      return (
        z
          .string({ error: must('be text') })
          .max(LIMITS.maxNameLength, { error: nameTooLong })
          // Cleaning composes characters anew, and a few become two.
          .refine((name) => cleanName(name).length <= LIMITS.maxNameLength, { error: nameTooLong })
      );
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
      return z.int({ error }).min(min, { error }).max(max, { error });
    }
    case 'choice':
      return z.enum(kind.choices, {
        error: must(`be ${oneOf(kind.choices)}`),
      });
    case 'color':
      return color();
    case 'colors':
      return z
        .array(color(), { error: must('be a list of colours') })
        .min(1, { error: 'Must name at least one colour, but is empty.' })
        .max(LIMITS.maxLayerColors, {
          error: ({ input }) =>
            `Must name at most ${LIMITS.maxLayerColors} colours, but names ${(input as unknown[]).length}.`,
        });
    default:
      throw unknownKind(kind);
  }
}

function layersSchema(): z.ZodType {
  const layer = z
    .any()
    .superRefine((value, context) => {
      for (const { path, message } of layerFaults(value)) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
    })
    .meta({ anyOf: LAYER_JSON_SCHEMAS });
  return z
    .array(layer, { error: must('be a list of nodes per layer, such as [3, 6, 6, 4, 2]') })
    .min(LIMITS.minLayers, {
      error: ({ input }) =>
        `A network needs at least ${LIMITS.minLayers} layers, such as 3,2, but this one has ${(input as unknown[]).length}.`,
    })
    .max(LIMITS.maxLayers, {
      error: ({ input }) =>
        `A network has at most ${LIMITS.maxLayers} layers, but this one has ${(input as unknown[]).length}.`,
    });
}

function weightsSchema(): z.ZodType {
  const weight = z.number({ error: must('be a number, or null for no connection') }).nullable();
  const row = z.array(weight, { error: must('be a row of numbers') });
  const matrix = z.array(row, { error: must('be a matrix such as [[0.5, -1.2], [null, 2]]') });
  return z.array(matrix, { error: must('be a list of matrices, one for each gap between layers') });
}

function number(min: number, max: number, noun: string, unit: string): z.ZodType {
  const error = must(`be a ${noun} from ${min} to ${max}${unit}`);
  return z.number({ error }).min(min, { error }).max(max, { error });
}

function color(): z.ZodType {
  const error = must('be a colour, as #RRGGBB, #RGB or a CSS colour name');
  return z
    .string({ error })
    .refine((text) => parseColor(text) !== undefined, { error })
    .meta({ examples: ['#0072B2', 'orange'] });
}

function must(expectation: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `Must ${expectation}, but is ${show(input)}.`;
}

function nameTooLong({ input }: { readonly input?: unknown }): string {
  const name = input as string;
  const characters = Math.max(name.length, cleanName(name).length);
  return `Must have at most ${LIMITS.maxNameLength} characters, but has ${characters}.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function unknownKind(kind: never): Error {
  return new Error(`Unknown kind of field: ${JSON.stringify(kind)}`);
}

/** `"upright", "flat" or "plaque"` */
function oneOf(choices: readonly string[]): string {
  const words = choices.map((choice) => JSON.stringify(choice));
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
