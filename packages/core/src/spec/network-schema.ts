import { z } from 'zod';
import { cleanName } from './clean-name.ts';
import { parseColor } from './color.ts';
import { show } from './show.ts';

/** What a spec may hold. */
export const NETWORK_LIMITS = {
  minLayers: 2,
  maxLayers: 100,
  maxNodesPerLayer: 10_000,
  /** Millimetres. */
  minLength: 0.01,
  maxLength: 10_000,
  minTolerance: 0.0001,
  maxTolerance: 10,
  minSegments: 3,
  maxSegments: 1000,
  maxBaseSegments: 100_000,
  maxNameLength: 1000,
  maxLayerColors: 100,
} as const;

const LIMITS = NETWORK_LIMITS;

const nodes = wholeNumber('nodes', 1, LIMITS.maxNodesPerLayer, 'A layer');

/** A spec as a person writes it: what is left out gets its default. Colours are `#RRGGBB` or CSS colour names. */
export interface NetworkSpecInput {
  readonly $schema?: string | undefined;
  readonly version?: 1 | undefined;
  readonly name?: string | undefined;
  readonly layers?: readonly number[] | undefined;
  readonly nodeRadius?: number | undefined;
  readonly connectionRadius?: number | undefined;
  readonly nodeSpacing?: number | undefined;
  readonly layerSpacing?: number | undefined;
  readonly base?:
    | {
        readonly shape?: 'disc' | 'none' | undefined;
        readonly radius?: number | undefined;
        readonly thickness?: number | undefined;
        readonly posts?: boolean | undefined;
        readonly segments?: number | undefined;
      }
    | undefined;
  readonly colors?:
    | {
        readonly base?: string | undefined;
        readonly connections?: string | undefined;
        readonly layers?: readonly string[] | undefined;
      }
    | undefined;
  readonly resolution?:
    | {
        readonly tolerance?: number | undefined;
        readonly segments?: number | undefined;
        readonly rings?: number | undefined;
      }
    | undefined;
}

const fields = z
  .strictObject(
    {
      $schema: z.string({ error: must('be the address of a JSON Schema') }).meta({
        description: 'Address of this schema, for editors.',
      }),
      version: z.literal(1, { error: must('be 1, the only version there is') }).meta({
        description: 'Version of this format.',
      }),
      name: z
        .string({ error: must('be text') })
        .max(LIMITS.maxNameLength, { error: nameTooLong })
        // Cleaning composes characters anew, and a few become two.
        .refine((name) => cleanName(name).length <= LIMITS.maxNameLength, { error: nameTooLong })
        .meta({ description: 'Title in the file. "Neural network" and the layers if left out.' }),
      layers: z
        .array(nodes, { error: must('be a list of nodes per layer, such as [3, 6, 6, 4, 2]') })
        .min(LIMITS.minLayers, {
          error: ({ input }) =>
            `A network needs at least ${LIMITS.minLayers} layers, such as 3,2, but this one has ${(input as unknown[]).length}.`,
        })
        .max(LIMITS.maxLayers, {
          error: ({ input }) =>
            `A network has at most ${LIMITS.maxLayers} layers, but this one has ${(input as unknown[]).length}.`,
        })
        .meta({ description: 'Nodes per layer, the first layer at the lowest x. 3,6,6,4,2 if left out.' }),
      nodeRadius: length('Radius of a node in mm. 4 if left out.'),
      connectionRadius: length('Radius of a connection in mm. A quarter of the node radius if left out.'),
      nodeSpacing: length('Centre to centre within a layer, along z, in mm. 4 node radii if left out.'),
      layerSpacing: length('Centre to centre between layers, along x, in mm. 8 node radii if left out.'),
      base: z
        .strictObject(
          {
            shape: z.enum(['disc', 'none'], { error: must('be "disc" or "none"') }).meta({
              description: 'A round disc, or nothing. "disc" if left out.',
            }),
            radius: length('Radius of the disc in mm. As large as every layer needs if left out.'),
            thickness: length('Thickness of the disc in mm. Half the node radius if left out.'),
            posts: z.boolean({ error: must('be true or false') }).meta({
              description: 'Whether a post joins the disc to the lowest node of every layer above it.',
            }),
            segments: wholeNumber('sides', LIMITS.minSegments, LIMITS.maxBaseSegments).meta({
              description: 'Sides of the disc, where they differ from what the resolution gives.',
            }),
          },
          { error: must('be an object such as { "shape": "disc" }') },
        )
        .partial()
        .meta({ description: 'What the network stands on.' }),
      colors: z
        .strictObject(
          {
            base: color('Colour of base and posts.'),
            connections: color('Colour of the connections.'),
            layers: z
              .array(color('Colour of a layer.'), { error: must('be a list of colours') })
              .min(1, { error: 'Must name at least one colour, but is empty.' })
              .max(LIMITS.maxLayerColors, {
                error: ({ input }) =>
                  `Must name at most ${LIMITS.maxLayerColors} colours, but names ${(input as unknown[]).length}.`,
              })
              .meta({ description: 'Layer colours, used in turn.' }),
          },
          { error: must('be an object such as { "base": "gray" }') },
        )
        .partial()
        .meta({ description: 'Colours, each #RRGGBB or a CSS colour name.' }),
      resolution: z
        .strictObject(
          {
            tolerance: number(LIMITS.minTolerance, LIMITS.maxTolerance).meta({
              description: 'Largest distance between a circle and its polygon in mm. 0.02 if left out.',
            }),
            segments: wholeNumber('sides', LIMITS.minSegments, LIMITS.maxSegments).meta({
              description: 'Sides of every circle, instead of a tolerance.',
            }),
            rings: wholeNumber('rings', 2, LIMITS.maxSegments).meta({
              description: 'Bands of latitude of a node, with segments. Half the segments if left out.',
            }),
          },
          { error: must('be an object such as { "tolerance": 0.02 }') },
        )
        .partial()
        .meta({ description: 'How finely circles become polygons: a tolerance, or segments.' }),
    },
    { error: must('be an object such as { "layers": [3, 6, 6, 4, 2] }') },
  )
  .partial()
  .meta({ title: 'Neurofab network', description: 'A neural network to be made into a printable model.' });

/** Schema of what a person writes. `parseNetworkSpec` fills it in and checks how the fields fit together. */
export const networkSpecSchema: z.ZodType<NetworkSpecInput> = fields;

/** The fields that a spec may have, or those of one of its groups. */
export function fieldNames(group?: string | number): string[] {
  const { shape } = fields;
  if (group !== 'base' && group !== 'colors' && group !== 'resolution') return Object.keys(shape);
  return Object.keys(shape[group].unwrap().shape);
}

/** The JSON Schema of a spec (draft 2020-12), generated from the one that checks it. */
export function networkSpecJsonSchema(): object {
  return z.toJSONSchema(fields, { io: 'input' });
}

function must(expectation: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `Must ${expectation}, but is ${show(input)}.`;
}

function nameTooLong({ input }: { readonly input?: unknown }): string {
  const name = input as string;
  const characters = Math.max(name.length, cleanName(name).length);
  return `Must have at most ${LIMITS.maxNameLength} characters, but has ${characters}.`;
}

function number(min: number, max: number) {
  const error = must(`be a number from ${min} to ${max}`);
  return z.number({ error }).min(min, { error }).max(max, { error });
}

function length(description: string) {
  const error = must(`be a length from ${LIMITS.minLength} to ${LIMITS.maxLength} mm`);
  return z
    .number({ error })
    .min(LIMITS.minLength, { error })
    .max(LIMITS.maxLength, { error })
    .meta({ description });
}

function wholeNumber(noun: string, min: number, max: number, subject?: string) {
  const error = ({ input }: { readonly input?: unknown }) =>
    subject === undefined
      ? must(`be a whole number of ${noun} from ${min} to ${max}`)({ input })
      : `${subject} must have a whole number of ${noun} from ${min} to ${max}, but this one has ${show(input)}.`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

function color(description: string) {
  const error = must('be a colour, as #RRGGBB or a CSS colour name');
  return z
    .string({ error })
    .refine((text) => parseColor(text) !== undefined, { error })
    .meta({ description, examples: ['#0072B2', 'orange'] });
}
