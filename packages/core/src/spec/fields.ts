import { THICKNESS_BY } from '../network/thickness.ts';
import { baseRadiusFor } from './base.ts';
import { parseColor } from './color.ts';
import { defaultName } from './default-name.ts';
import { LABELS } from './labels.ts';
import { completeLayer, layerSize } from './layers.ts';
import { NETWORK_LIMITS } from './limits.ts';
import { MODE_TRAITS, MODES } from './modes.ts';
import { isSigned, type NetworkSpec, type NetworkSpecInput } from './network-spec.ts';
import { type Defaults, NETWORK_DEFAULTS, PRESETS } from './presets.ts';

const LIMITS = NETWORK_LIMITS;

/** What values a field takes. */
export type Kind =
  /** A fixed text or number. */
  | {
      readonly kind:
        | 'address'
        | 'version'
        | 'text'
        | 'texts'
        | 'outlines'
        | 'layers'
        | 'weights'
        | 'yes-no'
        | 'color'
        | 'colors';
    }
  /** Millimetres of the model, which grow with it. */
  | { readonly kind: 'length' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'count'; readonly noun: string; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]] };

/** Where a field stands in a spec. */
export type FieldPath = readonly [field: string] | readonly [group: string, field: string];

/** A spec on its way: the fields of the table so far, what was given, and the defaults in force. */
export type Draft = NetworkSpec & { readonly from: Defaults };

/** One field of a spec; everything that has to be known of it. */
export interface Field {
  readonly path: FieldPath;
  readonly kind: Kind;
  /** One line, from a small letter and without a full stop. */
  readonly doc: string;
  /** The default in words. */
  readonly usually?: string;
  /** The default, from the fields before it in the table; `undefined` where the spec goes without. */
  readonly default?: (draft: Draft) => unknown;
  /** What a sound value becomes in a complete spec; itself if left out. */
  readonly complete?: (value: never) => unknown;
  /** Where it means something, and what to say where it is given and does not. */
  readonly needs?: { readonly when: (draft: Draft) => boolean; readonly message: string };
  /** The flag of the command, without its dashes, and the heading that it stands under. */
  readonly flag?: {
    readonly name: string;
    /** Another name of it. */
    readonly alias?: string;
    readonly value?: string;
    readonly heading: Heading;
  };
  /** What stands before the equals sign in a short recipe; empty for the layers, which stand alone. */
  readonly key?: string;
}

/** Headings of the command's help. */
export type Heading = 'Network' | 'Weights' | 'Base' | 'Text' | 'Printing' | 'Colours' | 'Quality';

const { colors, signedColors } = NETWORK_DEFAULTS;
const desk = PRESETS.desk;
const ofNodeRadius = (ratio: number) => ({
  usually: `${ratio} × node radius`,
  default: ({ nodeRadius }: Draft) => nodeRadius * ratio,
});
const withDisc = {
  when: ({ base }: Draft) => base.shape === 'disc',
  message: 'There is no base to apply this to.',
};
const withWeights = {
  when: ({ weights }: Draft) => weights !== undefined,
  message: 'There are no weights to apply this to.',
};

const lies = {
  when: ({ mode }: Draft) => MODE_TRAITS[mode].lies,
  message:
    'Nothing of a network that is printed upright is cut: modes flat, halves and plaque have whole layers.',
};
const hasPlate = {
  when: ({ mode, base }: Draft) => MODE_TRAITS[mode].hasPlate && base.shape === 'disc',
  message: 'There is no plate to apply this to: mode plaque has one, with a base.',
};
/** The same before the mode has its place in the draft. */
const willHavePlate = ({ given, from }: Draft) => MODE_TRAITS[given.mode ?? from.mode ?? 'upright'].hasPlate;
const isPlugged = {
  when: ({ mode, base }: Draft) => MODE_TRAITS[mode].hasPegs && base.shape === 'disc' && base.posts,
  message: 'There are no pegs to apply this to: modes flat and halves have some, with a base and its posts.',
};

const holdsText = {
  when: ({ mode, base }: Draft) => base.shape === 'disc' && (!MODE_TRAITS[mode].hasPegs || base.posts),
  message:
    'There is nothing to put text on: upright it stands on the disc, flat and in halves on the foot, of a plaque on the plate.',
};
const hasText = {
  when: ({ text, labels = 'none' }: Draft) => text !== undefined || labels !== 'none',
  message: 'There is no text to apply this to.',
};
const hasRaisedText = {
  when: (draft: Draft) => hasText.when(draft) && draft.engraved !== true,
  message: 'There is no raised text to apply this to.',
};

/** The fields of a spec. Each comes after those that its default follows from. */
export const FIELDS: readonly Field[] = [
  { path: ['$schema'], kind: { kind: 'address' }, doc: 'address of this schema, for editors' },
  { path: ['version'], kind: { kind: 'version' }, doc: 'version of this format', default: () => 2 },
  {
    path: ['preset'],
    kind: { kind: 'choice', choices: Object.keys(PRESETS) as [string, ...string[]] },
    doc: 'where the defaults come from',
    usually: NETWORK_DEFAULTS.preset,
    default: () => NETWORK_DEFAULTS.preset,
    flag: { name: 'preset', value: 'name', heading: 'Network' },
  },
  {
    path: ['layers'],
    kind: { kind: 'layers' },
    doc: 'nodes per layer, the first layer at the lowest x; { "size": 784, "shown": 9 } draws nine and an ellipsis',
    usually: NETWORK_DEFAULTS.layers.join(','),
    default: () => NETWORK_DEFAULTS.layers,
    complete: (layers: NetworkSpecInput['layers'] & object) => layers.map(completeLayer),
    key: '',
  },
  {
    path: ['name'],
    kind: { kind: 'text' },
    doc: 'title in the file, and the name of the file where none is given',
    usually: `"${defaultName(NETWORK_DEFAULTS.layers)}"`,
    default: ({ layers }) => defaultName(layers.map(layerSize)),
    flag: { name: 'name', value: 'text', heading: 'Network' },
    key: 'name',
  },
  {
    path: ['weights'],
    kind: { kind: 'weights' },
    doc: 'a matrix a gap between layers: a row for each node of the next layer, in it a number for each node of this one, null for no connection; the nodes of a layer are all, or those drawn',
  },
  {
    path: ['trained', 'file'],
    kind: { kind: 'text' },
    doc: 'name of the file that it was read from',
  },
  {
    path: ['trained', 'format'],
    kind: { kind: 'text' },
    doc: 'format of that file',
  },
  {
    path: ['trained', 'sha256'],
    kind: { kind: 'text' },
    doc: 'SHA-256 of that file in hexadecimal',
  },
  {
    path: ['trained', 'biases'],
    kind: { kind: 'yes-no' },
    doc: 'whether its nodes have biases, which are not shown',
  },
  {
    path: ['nodeRadius'],
    kind: { kind: 'length' },
    doc: 'radius of a node',
    usually: String(desk.nodeRadius),
    default: ({ from }) => from.nodeRadius,
    flag: { name: 'node-radius', value: 'mm', heading: 'Network' },
    key: 'r',
  },
  {
    path: ['connectionRadius'],
    kind: { kind: 'length' },
    doc: 'radius of a connection',
    ...ofNodeRadius(NETWORK_DEFAULTS.connectionRatio),
    needs: {
      when: ({ weights }) => weights === undefined,
      message: 'Connections have weights, so thickest and thinnest say how thick they are.',
    },
    flag: { name: 'connection-radius', value: 'mm', heading: 'Network' },
    key: 'c',
  },
  {
    path: ['nodeSpacing'],
    kind: { kind: 'length' },
    doc: 'from node to node within a layer, along z',
    ...ofNodeRadius(NETWORK_DEFAULTS.nodeSpacingRatio),
    flag: { name: 'node-spacing', value: 'mm', heading: 'Network' },
    key: 'n',
  },
  {
    path: ['layerSpacing'],
    kind: { kind: 'length' },
    doc: 'from layer to layer, along x',
    ...ofNodeRadius(NETWORK_DEFAULTS.layerSpacingRatio),
    flag: { name: 'layer-spacing', value: 'mm', heading: 'Network' },
    key: 'l',
  },
  {
    path: ['thicknessBy'],
    kind: { kind: 'choice', choices: THICKNESS_BY },
    doc: 'whether twice the weight is twice the area of a connection, or linear, twice its diameter',
    usually: NETWORK_DEFAULTS.thicknessBy,
    default: ({ weights }) => (weights === undefined ? undefined : NETWORK_DEFAULTS.thicknessBy),
    needs: withWeights,
    flag: { name: 'weights', value: 'scale', heading: 'Weights' },
  },
  {
    path: ['thickest'],
    kind: { kind: 'length' },
    doc: 'diameter of the connection with the largest weight of each gap',
    usually: `${NETWORK_DEFAULTS.thickestRatio} × node radius`,
    default: ({ weights, nodeRadius }) =>
      weights === undefined ? undefined : nodeRadius * NETWORK_DEFAULTS.thickestRatio,
    needs: withWeights,
    flag: { name: 'thickest', value: 'mm', heading: 'Weights' },
  },
  {
    path: ['thinnest'],
    kind: { kind: 'length' },
    doc: 'least diameter of a connection that is drawn',
    usually: `${NETWORK_DEFAULTS.thinnestRatio} × thickest`,
    default: ({ thickest }) =>
      thickest === undefined ? undefined : thickest * NETWORK_DEFAULTS.thinnestRatio,
    needs: withWeights,
    flag: { name: 'thinnest', value: 'mm', heading: 'Weights' },
  },
  {
    path: ['signShape'],
    kind: { kind: 'yes-no' },
    doc: 'give connections with negative weights four sides, to tell them apart by touch',
    usually: 'no',
    default: ({ weights }) => (weights === undefined ? undefined : false),
    needs: withWeights,
    flag: { name: 'sign-shape', heading: 'Weights' },
  },
  {
    path: ['base', 'shape'],
    kind: { kind: 'choice', choices: ['disc', 'none'] },
    doc: 'a round disc, of what lies flat a foot, of a plaque a plate; or nothing',
    usually: 'disc',
    default: () => 'disc',
    flag: { name: 'base', value: 'shape', heading: 'Base' },
    key: 'base',
  },
  {
    path: ['base', 'radius'],
    kind: { kind: 'length' },
    doc: 'radius of the disc',
    usually: 'as far as the layers reach',
    default: (draft) => (withDisc.when(draft) ? baseRadiusFor(draft, draft.from.base.grows) : undefined),
    needs: withDisc,
    flag: { name: 'base-radius', value: 'mm', heading: 'Base' },
    key: 'b',
  },
  {
    path: ['base', 'thickness'],
    kind: { kind: 'length' },
    doc: 'thickness of the disc, or of the plate of a plaque',
    usually: `${ofNodeRadius(NETWORK_DEFAULTS.baseThicknessRatio).usually}, of a plate at least ${NETWORK_DEFAULTS.plate.thickness}`,
    default: (draft) => {
      if (!withDisc.when(draft)) return undefined;
      const least = willHavePlate(draft) ? NETWORK_DEFAULTS.plate.thickness : 0;
      return Math.max(least, draft.nodeRadius * NETWORK_DEFAULTS.baseThicknessRatio);
    },
    needs: withDisc,
    flag: { name: 'base-thickness', value: 'mm', heading: 'Base' },
    key: 't',
  },
  {
    path: ['base', 'posts'],
    kind: { kind: 'yes-no' },
    doc: 'whether a post joins the disc to the lowest node of every layer above it',
    usually: 'yes',
    default: (draft) => (withDisc.when(draft) ? draft.from.base.posts : undefined),
    needs: withDisc,
    key: 'posts',
  },
  {
    path: ['base', 'segments'],
    kind: { kind: 'count', noun: 'sides', min: LIMITS.minSegments, max: LIMITS.maxBaseSegments },
    doc: 'sides of the disc, where they differ from what the resolution gives',
    // A resolution that was asked for holds for every circle, so it also replaces the preset's sides of the disc.
    default: (draft) =>
      withDisc.when(draft) && draft.given.resolution === undefined ? draft.from.base.segments : undefined,
    needs: withDisc,
    key: 'sides',
  },
  {
    path: ['mode'],
    kind: { kind: 'choice', choices: MODES },
    doc: 'how it lies on the bed: upright on a disc; flat, cut under its plane, or in two halves, with a foot to plug it into; or as a plaque, in relief on a plate',
    usually: 'upright, for a printer of filament flat',
    default: ({ from }) => from.mode ?? 'upright',
    flag: { name: 'mode', value: 'mode', heading: 'Printing' },
    key: 'm',
  },
  {
    path: ['layerHeight'],
    kind: { kind: 'number', min: LIMITS.minLayerHeight, max: LIMITS.maxLayerHeight },
    doc: 'height in mm of the layers that the printer makes, which cuts and steps end with',
    usually: String(NETWORK_DEFAULTS.layerHeight),
    default: (draft) =>
      lies.when(draft) ? (draft.from.layerHeight ?? NETWORK_DEFAULTS.layerHeight) : undefined,
    needs: lies,
    flag: { name: 'layer-height', value: 'mm', heading: 'Printing' },
    key: 'h',
  },
  {
    path: ['clearance'],
    kind: { kind: 'number', min: 0, max: LIMITS.maxClearance },
    doc: 'gap in mm between a peg and its socket on each side',
    usually: String(NETWORK_DEFAULTS.clearance),
    default: (draft) => (isPlugged.when(draft) ? NETWORK_DEFAULTS.clearance : undefined),
    needs: isPlugged,
    flag: { name: 'clearance', value: 'mm', heading: 'Printing' },
    key: 'gap',
  },
  {
    path: ['hangingHole'],
    kind: { kind: 'yes-no' },
    doc: 'give the plate of a plaque a tab with a hole to hang it by',
    usually: 'no',
    default: (draft) => (hasPlate.when(draft) ? false : undefined),
    needs: hasPlate,
    flag: { name: 'hanging-hole', heading: 'Printing' },
    key: 'hole',
  },
  {
    path: ['text'],
    kind: { kind: 'text' },
    doc: 'a line on the foot, on the disc, or along the lower edge of the plate',
    needs: holdsText,
    flag: { name: 'text', value: 'text', heading: 'Text' },
    key: 'text',
  },
  {
    path: ['labels'],
    kind: { kind: 'choice', choices: LABELS },
    doc: 'what has its name beside it, of a plaque on its plate, flat on foot and tags',
    usually: 'none',
    default: (draft) => (holdsText.when(draft) ? 'none' : undefined),
    needs: holdsText,
    flag: { name: 'label', value: 'which', heading: 'Text' },
    key: 'names',
  },
  {
    path: ['inputs'],
    kind: { kind: 'texts' },
    doc: 'names of the nodes of the first layer, or of those that are drawn',
    usually: 'those in the file of a trained network',
    flag: { name: 'inputs', value: 'a,b,c', heading: 'Text' },
    key: 'inputs',
  },
  {
    path: ['outputs'],
    kind: { kind: 'texts' },
    doc: 'the same of the last layer',
    usually: 'those in the file of a trained network',
    flag: { name: 'outputs', value: 'a,b,c', heading: 'Text' },
    key: 'outputs',
  },
  {
    path: ['textHeight'],
    kind: { kind: 'length' },
    doc: 'where there is room, height of capital letters of text and names',
    usually: `${ofNodeRadius(NETWORK_DEFAULTS.text.ratio).usually}, at least ${NETWORK_DEFAULTS.text.least}`,
    default: (draft) =>
      hasText.when(draft)
        ? Math.max(NETWORK_DEFAULTS.text.least, draft.nodeRadius * NETWORK_DEFAULTS.text.ratio)
        : undefined,
    needs: hasText,
    flag: { name: 'text-height', value: 'mm', heading: 'Text' },
    key: 'th',
  },
  {
    path: ['engraved'],
    kind: { kind: 'yes-no' },
    doc: 'cut text and names in, instead of raising them',
    usually: 'no',
    default: (draft) => (hasText.when(draft) ? false : undefined),
    needs: hasText,
    flag: { name: 'engrave', heading: 'Text' },
    key: 'in',
  },
  {
    path: ['outlines'],
    kind: { kind: 'outlines' },
    doc: 'text and names in a font of your own: closed lines of corners around what is filled and around holes, in heights of capitals',
  },
  {
    path: ['colors', 'base'],
    kind: { kind: 'color' },
    doc: 'base and posts, or the plate',
    usually: `${colors.base}, of a plaque without signs ${NETWORK_DEFAULTS.plate.color}`,
    // Discs are light where there are signs, and are to be seen.
    default: (draft) =>
      MODE_TRAITS[draft.mode].hasPlate && !isSigned(draft) ? NETWORK_DEFAULTS.plate.color : colors.base,
    complete: parseColor,
    flag: { name: 'base-color', value: 'color', heading: 'Colours' },
    key: 'cb',
  },
  {
    path: ['colors', 'connections'],
    kind: { kind: 'color' },
    doc: 'connections, or those with positive weights',
    usually: `${colors.connections}, of weights of both signs ${signedColors.positive}`,
    default: (draft) => (isSigned(draft) ? signedColors.positive : colors.connections),
    complete: parseColor,
    flag: { name: 'connection-color', alias: 'positive-color', value: 'color', heading: 'Colours' },
    key: 'cc',
  },
  {
    path: ['colors', 'negative'],
    kind: { kind: 'color' },
    doc: 'connections with negative weights',
    usually: signedColors.negative,
    default: (draft) => (isSigned(draft) ? signedColors.negative : undefined),
    complete: parseColor,
    needs: withWeights,
    flag: { name: 'negative-color', value: 'color', heading: 'Colours' },
  },
  {
    path: ['colors', 'layers'],
    kind: { kind: 'colors' },
    doc: 'layers, in turn',
    usually: `${colors.layers.length} colours; of weights of both signs ${signedColors.layers.join(',')}`,
    default: (draft) => (isSigned(draft) ? signedColors : colors).layers,
    complete: (names: readonly string[]) => names.map(parseColor),
    flag: { name: 'layer-colors', value: 'a,b,c', heading: 'Colours' },
    key: 'cl',
  },
  {
    path: ['colors', 'text'],
    kind: { kind: 'color' },
    doc: 'raised text and names',
    usually: 'that of the first layer, on a plate without signs that of connections',
    // Connections have the base's colour where that is no plate, and are no lighter where there are signs.
    default: (draft) => {
      if (!hasRaisedText.when(draft)) return undefined;
      const isLight = MODE_TRAITS[draft.mode].hasPlate && !isSigned(draft);
      return isLight ? draft.colors.connections : draft.colors.layers[0];
    },
    complete: parseColor,
    needs: hasRaisedText,
    flag: { name: 'text-color', value: 'color', heading: 'Colours' },
    key: 'ct',
  },
  {
    path: ['resolution', 'tolerance'],
    kind: { kind: 'number', min: LIMITS.minTolerance, max: LIMITS.maxTolerance },
    doc: 'largest distance in mm between a circle and its polygon',
    usually: 'tolerance' in desk.resolution ? String(desk.resolution.tolerance) : '',
    default: ({ given, from }) =>
      given.resolution === undefined && 'tolerance' in from.resolution
        ? from.resolution.tolerance
        : undefined,
    flag: { name: 'tolerance', value: 'mm', heading: 'Quality' },
    key: 'tolerance',
  },
  {
    path: ['resolution', 'segments'],
    kind: { kind: 'count', noun: 'sides', min: LIMITS.minSegments, max: LIMITS.maxSegments },
    doc: 'sides of every circle, instead of a tolerance',
    default: ({ given, from }) =>
      given.resolution === undefined && 'segments' in from.resolution ? from.resolution.segments : undefined,
    flag: { name: 'segments', value: 'n', heading: 'Quality' },
    key: 'segments',
  },
  {
    path: ['resolution', 'rings'],
    kind: { kind: 'count', noun: 'rings', min: 2, max: LIMITS.maxSegments },
    doc: 'bands of latitude of a node, with segments',
    usually: 'half the segments',
    default: ({ given, from }) =>
      given.resolution === undefined && 'segments' in from.resolution ? from.resolution.rings : undefined,
    key: 'rings',
  },
];

/** What each group of fields is, and how one is written. */
export const GROUPS: Readonly<Record<string, { readonly doc: string; readonly example: string }>> = {
  trained: { doc: 'where a trained network comes from', example: '{ "file": "model.onnx" }' },
  base: { doc: 'what the network stands on', example: '{ "shape": "disc" }' },
  colors: { doc: 'colours, each #RRGGBB, #RGB or a CSS colour name', example: '{ "base": "gray" }' },
  resolution: {
    doc: 'how finely circles become polygons: a tolerance, or segments',
    example: '{ "tolerance": 0.02 }',
  },
};

/** What stands at a field's place; `undefined` if nothing does. */
export function valueAt(fields: object, [group, field]: FieldPath): unknown {
  const value: unknown = (fields as Record<string, unknown>)[group];
  return field === undefined ? value : (value as Record<string, unknown> | undefined)?.[field];
}

/** Puts a value at a field's place; `undefined` leaves all as it is. */
export function putAt(fields: Record<string, unknown>, [group, field]: FieldPath, value: unknown): void {
  if (value === undefined) return;
  if (field === undefined) fields[group] = value;
  else fields[group] = { ...(fields[group] as object | undefined), [field]: value };
}
