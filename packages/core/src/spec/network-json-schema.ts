import * as z from 'zod/mini';
import { fieldHelp, GROUP_DOCS } from './field-help.ts';
import { FIELDS, type Field } from './fields.ts';
import { NETWORK_LIMITS } from './limits.ts';
import { networkSpecSchema } from './network-schema.ts';
import { FARTHEST } from './outlines.ts';

/** The JSON Schema of a spec (draft 2020-12), generated from the one that checks it. */
export function networkSpecJsonSchema(): object {
  const annotations = annotationsByPlace();
  return z.toJSONSchema(networkSpecSchema, {
    io: 'input',
    override: ({ jsonSchema, path }) => {
      Object.assign(jsonSchema, annotations[path.filter((key) => key !== 'properties').join('.')]);
    },
  });
}

/** What is to be said of fields and groups beside what checks them. */
function annotationsByPlace(): Readonly<Record<string, object>> {
  const groups = Object.entries(GROUP_DOCS).map(([group, doc]) => [group, { description: sentence(doc) }]);
  const fields = FIELDS.map((field) => [field.path.join('.'), annotationsOf(field)]);
  return {
    '': { title: 'Neurofab network', description: 'A neural network to be made into a printable model.' },
    ...Object.fromEntries([...groups, ...fields]),
    'layers.items': { anyOf: LAYER_JSON_SCHEMAS },
    'colors.layers.items': COLOR_EXAMPLES,
  };
}

function annotationsOf(field: Field): object {
  const { kind } = field.kind;
  const { doc, usually } = fieldHelp(field);
  const unit = kind === 'length' ? ' in mm' : '';
  const description = `${sentence(doc + unit)}${usually === undefined ? '' : ` ${sentence(`${usually} if left out`)}`}`;
  return { ...OF_KIND[kind], description };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const COLOR_EXAMPLES = { examples: ['#0072B2', 'orange'] };

const CORNER = { type: 'number', minimum: -FARTHEST, maximum: FARTHEST };

/** What JSON Schema can say of fields of a kind. */
const OF_KIND: { readonly [Name in Field['kind']['kind']]?: object } = {
  color: COLOR_EXAMPLES,
  outlines: {
    type: 'object',
    additionalProperties: {
      type: 'array',
      items: {
        type: 'array',
        minItems: 3,
        items: { type: 'array', minItems: 2, maxItems: 2, items: CORNER },
      },
    },
  },
};

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
