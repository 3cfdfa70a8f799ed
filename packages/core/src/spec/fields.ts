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
        | 'texts'
        | 'outlines'
        | 'layers'
        | 'weights'
        | 'yes-no'
        | 'color'
        | 'colors';
    }
  /** A line; one that is drawn on the model has no control characters, which others lose. */
  | { readonly kind: 'text'; readonly isDrawn?: true }
  /** Millimetres of the model, which grow with it. */
  | { readonly kind: 'length' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'count'; readonly noun: string; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]] };

/** Where a field stands in a spec. */
export type FieldPath = readonly [field: string] | readonly [group: string, field: string];

/** A spec on its way: the fields of the table so far, what was given, and the defaults in force. */
export type Draft = NetworkSpec & { readonly from: Defaults };

/** One field of a spec; everything that has to be known of it to read it. `FIELD_HELP` says what it is. */
export interface Field {
  readonly path: FieldPath;
  readonly kind: Kind;
  /** The default, from the fields before it in the table; `undefined` where the spec goes without. */
  readonly default?: (draft: Draft) => unknown;
  /** What a sound value becomes in a complete spec; itself if left out. */
  readonly complete?: (value: never) => unknown;
  /** Where it means something, and what to say where it is given and does not. */
  readonly needs?: { readonly when: (draft: Draft) => boolean; readonly message: string };
  /** What stands before the equals sign in a short recipe; empty for the layers, which stand alone. */
  readonly key?: string;
}

const { colors, signedColors } = NETWORK_DEFAULTS;
const ofNodeRadius =
  (ratio: number) =>
  ({ nodeRadius }: Draft) =>
    nodeRadius * ratio;
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
  { path: ['$schema'], kind: { kind: 'address' } },
  { path: ['version'], kind: { kind: 'version' }, default: () => 2 },
  {
    path: ['preset'],
    kind: { kind: 'choice', choices: Object.keys(PRESETS) as [string, ...string[]] },
    default: () => NETWORK_DEFAULTS.preset,
  },
  {
    path: ['layers'],
    kind: { kind: 'layers' },
    default: () => NETWORK_DEFAULTS.layers,
    complete: (layers: NetworkSpecInput['layers'] & object) => layers.map(completeLayer),
    key: '',
  },
  {
    path: ['name'],
    kind: { kind: 'text' },
    default: ({ layers }) => defaultName(layers.map(layerSize)),
    key: 'name',
  },
  {
    path: ['weights'],
    kind: { kind: 'weights' },
  },
  {
    path: ['trained', 'file'],
    kind: { kind: 'text' },
  },
  {
    path: ['trained', 'format'],
    kind: { kind: 'text' },
  },
  {
    path: ['trained', 'sha256'],
    kind: { kind: 'text' },
  },
  {
    path: ['trained', 'biases'],
    kind: { kind: 'yes-no' },
  },
  {
    path: ['nodeRadius'],
    kind: { kind: 'length' },
    default: ({ from }) => from.nodeRadius,
    key: 'r',
  },
  {
    path: ['connectionRadius'],
    kind: { kind: 'length' },
    // No thinner than its printer makes, nor as thick as a post is.
    default: ({ nodeRadius, from }) =>
      Math.max(
        nodeRadius * NETWORK_DEFAULTS.connectionRatio,
        Math.min((from.own?.thinnest ?? 0) / 2, nodeRadius * NETWORK_DEFAULTS.postRatio),
      ),
    needs: {
      when: ({ weights }) => weights === undefined,
      message: 'Connections have weights, so thickest and thinnest say how thick they are.',
    },
    key: 'c',
  },
  {
    path: ['nodeSpacing'],
    kind: { kind: 'length' },
    default: ofNodeRadius(NETWORK_DEFAULTS.nodeSpacingRatio),
    key: 'n',
  },
  {
    path: ['layerSpacing'],
    kind: { kind: 'length' },
    default: ofNodeRadius(NETWORK_DEFAULTS.layerSpacingRatio),
    key: 'l',
  },
  {
    path: ['thicknessBy'],
    kind: { kind: 'choice', choices: THICKNESS_BY },
    default: ({ weights }) => (weights === undefined ? undefined : NETWORK_DEFAULTS.thicknessBy),
    needs: withWeights,
  },
  {
    path: ['thickest'],
    kind: { kind: 'length' },
    default: ({ weights, nodeRadius }) =>
      weights === undefined ? undefined : nodeRadius * NETWORK_DEFAULTS.thickestRatio,
    needs: withWeights,
  },
  {
    path: ['thinnest'],
    kind: { kind: 'length' },
    default: ({ thickest, from: { own } }) =>
      thickest === undefined
        ? undefined
        : Math.min(own?.thinnest ?? thickest * NETWORK_DEFAULTS.thinnestRatio, thickest),
    needs: withWeights,
  },
  {
    path: ['signShape'],
    kind: { kind: 'yes-no' },
    default: ({ weights }) => (weights === undefined ? undefined : false),
    needs: withWeights,
  },
  {
    path: ['base', 'shape'],
    kind: { kind: 'choice', choices: ['disc', 'none'] },
    default: () => 'disc',
    key: 'base',
  },
  {
    path: ['base', 'radius'],
    kind: { kind: 'length' },
    default: (draft) => (withDisc.when(draft) ? baseRadiusFor(draft, draft.from.base.grows) : undefined),
    needs: withDisc,
    key: 'b',
  },
  {
    path: ['base', 'thickness'],
    kind: { kind: 'length' },
    default: (draft) => {
      if (!withDisc.when(draft)) return undefined;
      const least = willHavePlate(draft) ? NETWORK_DEFAULTS.plate.thickness : 0;
      return Math.max(least, draft.nodeRadius * NETWORK_DEFAULTS.baseThicknessRatio);
    },
    needs: withDisc,
    key: 't',
  },
  {
    path: ['base', 'posts'],
    kind: { kind: 'yes-no' },
    default: (draft) => (withDisc.when(draft) ? draft.from.base.posts : undefined),
    needs: withDisc,
    key: 'posts',
  },
  {
    path: ['base', 'segments'],
    kind: { kind: 'count', noun: 'sides', min: LIMITS.minSegments, max: LIMITS.maxBaseSegments },
    // A resolution that was asked for holds for every circle, so it also replaces the preset's sides of the disc.
    default: (draft) =>
      withDisc.when(draft) && draft.given.resolution === undefined ? draft.from.base.segments : undefined,
    needs: withDisc,
    key: 'sides',
  },
  {
    path: ['mode'],
    kind: { kind: 'choice', choices: MODES },
    default: ({ from }) => from.mode ?? 'upright',
    key: 'm',
  },
  {
    path: ['layerHeight'],
    kind: { kind: 'number', min: LIMITS.minLayerHeight, max: LIMITS.maxLayerHeight },
    default: (draft) =>
      lies.when(draft) ? (draft.from.layerHeight ?? NETWORK_DEFAULTS.layerHeight) : undefined,
    needs: lies,
    key: 'h',
  },
  {
    path: ['clearance'],
    kind: { kind: 'number', min: 0, max: LIMITS.maxClearance },
    default: (draft) =>
      isPlugged.when(draft) ? (draft.from.own?.clearance ?? NETWORK_DEFAULTS.clearance) : undefined,
    needs: isPlugged,
    key: 'gap',
  },
  {
    path: ['hangingHole'],
    kind: { kind: 'yes-no' },
    default: (draft) => (hasPlate.when(draft) ? false : undefined),
    needs: hasPlate,
    key: 'hole',
  },
  {
    path: ['text'],
    kind: { kind: 'text', isDrawn: true },
    needs: holdsText,
    key: 'text',
  },
  {
    path: ['labels'],
    kind: { kind: 'choice', choices: LABELS },
    default: (draft) => (holdsText.when(draft) ? 'none' : undefined),
    needs: holdsText,
    key: 'names',
  },
  {
    path: ['inputs'],
    kind: { kind: 'texts' },
    key: 'inputs',
  },
  {
    path: ['outputs'],
    kind: { kind: 'texts' },
    key: 'outputs',
  },
  {
    path: ['textHeight'],
    kind: { kind: 'length' },
    default: (draft) =>
      hasText.when(draft)
        ? Math.max(
            NETWORK_DEFAULTS.text.least,
            draft.nodeRadius * NETWORK_DEFAULTS.text.ratio,
            draft.from.own?.textHeight ?? 0,
          )
        : undefined,
    needs: hasText,
    key: 'th',
  },
  {
    path: ['engraved'],
    kind: { kind: 'yes-no' },
    default: (draft) => (hasText.when(draft) ? false : undefined),
    needs: hasText,
    key: 'in',
  },
  {
    path: ['braille'],
    kind: { kind: 'text', isDrawn: true },
    needs: holdsText,
    key: 'dots',
  },
  {
    path: ['outlines'],
    kind: { kind: 'outlines' },
  },
  {
    path: ['colors', 'base'],
    kind: { kind: 'color' },
    // Discs are light where there are signs, and are to be seen.
    default: (draft) =>
      MODE_TRAITS[draft.mode].hasPlate && !isSigned(draft) ? NETWORK_DEFAULTS.plate.color : colors.base,
    complete: parseColor,
    key: 'cb',
  },
  {
    path: ['colors', 'connections'],
    kind: { kind: 'color' },
    default: (draft) => (isSigned(draft) ? signedColors.positive : colors.connections),
    complete: parseColor,
    key: 'cc',
  },
  {
    path: ['colors', 'negative'],
    kind: { kind: 'color' },
    default: (draft) => (isSigned(draft) ? signedColors.negative : undefined),
    complete: parseColor,
    needs: withWeights,
  },
  {
    path: ['colors', 'layers'],
    kind: { kind: 'colors' },
    default: (draft) => (isSigned(draft) ? signedColors : colors).layers,
    complete: (names: readonly string[]) => names.map(parseColor),
    key: 'cl',
  },
  {
    path: ['colors', 'text'],
    kind: { kind: 'color' },
    // Connections have the base's colour where that is no plate, and are no lighter where there are signs.
    default: (draft) => {
      if (!hasRaisedText.when(draft)) return undefined;
      const isLight = MODE_TRAITS[draft.mode].hasPlate && !isSigned(draft);
      return isLight ? draft.colors.connections : draft.colors.layers[0];
    },
    complete: parseColor,
    needs: hasRaisedText,
    key: 'ct',
  },
  {
    path: ['resolution', 'tolerance'],
    kind: { kind: 'number', min: LIMITS.minTolerance, max: LIMITS.maxTolerance },
    default: ({ given, from }) =>
      given.resolution === undefined && 'tolerance' in from.resolution
        ? from.resolution.tolerance
        : undefined,
    key: 'tolerance',
  },
  {
    path: ['resolution', 'segments'],
    kind: { kind: 'count', noun: 'sides', min: LIMITS.minSegments, max: LIMITS.maxSegments },
    default: ({ given, from }) =>
      given.resolution === undefined && 'segments' in from.resolution ? from.resolution.segments : undefined,
    key: 'segments',
  },
  {
    path: ['resolution', 'rings'],
    kind: { kind: 'count', noun: 'rings', min: 2, max: LIMITS.maxSegments },
    default: ({ given, from }) =>
      given.resolution === undefined && 'segments' in from.resolution ? from.resolution.rings : undefined,
    key: 'rings',
  },
];

/** How each group of fields is written. */
export const GROUP_EXAMPLES: Readonly<Record<string, string>> = {
  trained: '{ "file": "model.onnx" }',
  base: '{ "shape": "disc" }',
  colors: '{ "base": "gray" }',
  resolution: '{ "tolerance": 0.02 }',
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
