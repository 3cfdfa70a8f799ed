import type { LayerInput, NetworkSpec, NetworkSpecInput, WeightMatrix } from '@neurofab/core';
import fc from 'fast-check';

type Labels = NonNullable<NetworkSpec['labels']>;

/** What a person may set in Neurofab and in OpenSCAD alike. */
export interface Settings {
  readonly nodeRadius?: number | undefined;
  readonly connectionRadius?: number | undefined;
  readonly thicknessBy?: 'area' | 'linear' | undefined;
  readonly thickest?: number | undefined;
  readonly thinnest?: number | undefined;
  readonly signShape?: boolean | undefined;
  readonly nodeSpacing?: number | undefined;
  readonly layerSpacing?: number | undefined;
  readonly base?: 'disc' | 'none' | undefined;
  readonly baseRadius?: number | undefined;
  readonly baseThickness?: number | undefined;
  readonly posts?: boolean | undefined;
  readonly baseSegments?: number | undefined;
  readonly mode?: 'upright' | 'flat' | undefined;
  readonly layerHeight?: number | undefined;
  readonly clearance?: number | undefined;
  readonly text?: string | undefined;
  readonly labels?: Labels | undefined;
  readonly inputs?: readonly string[] | undefined;
  readonly outputs?: readonly string[] | undefined;
  readonly textHeight?: number | undefined;
  readonly engraved?: boolean | undefined;
  readonly braille?: string | undefined;
  readonly resolution?: { readonly segments: number } | { readonly tolerance: number } | undefined;
}

/** Layers with or without ellipses, and weights between those of their nodes that are drawn, or between all. */
export interface Topology {
  readonly layers?: readonly LayerInput[] | undefined;
  readonly weights?: readonly WeightMatrix[] | undefined;
}

function hundredths(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
}

const places = {
  nodeRadius: hundredths(2, 6),
  nodeSpacing: hundredths(9, 30),
  layerSpacing: hundredths(10, 60),
  base: fc.constantFrom('disc' as const, 'none' as const),
  baseRadius: hundredths(20, 90),
  baseThickness: hundredths(0.5, 5),
  posts: fc.boolean(),
  baseSegments: fc.integer({ min: 3, max: 200 }),
  mode: fc.constantFrom('upright' as const, 'flat' as const),
  layerHeight: hundredths(0.05, 0.6),
  clearance: hundredths(0, 0.6),
  resolution: fc.oneof(
    fc.record({ segments: fc.integer({ min: 3, max: 60 }) }),
    fc.record({ tolerance: hundredths(0.01, 0.3) }),
  ),
};

/** For a network whose connections are alike. */
export const denseSettings: fc.Arbitrary<Settings> = fc.record(
  { ...places, connectionRadius: hundredths(0.3, 5) },
  { requiredKeys: [] },
);

/** For a network with text, or one that has some already. */
export const textSettings: fc.Arbitrary<Settings> = fc.record(
  { textHeight: hundredths(1, 30), engraved: fc.boolean() },
  { requiredKeys: [] },
);

/** For a network with weights. */
export const weightedSettings: fc.Arbitrary<Settings> = fc.record(
  {
    ...places,
    thicknessBy: fc.constantFrom('area' as const, 'linear' as const),
    thickest: hundredths(0.5, 10),
    thinnest: hundredths(0.1, 4),
    signShape: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Layers that text such as `2,9~5` describes. */
export const textLayers: fc.Arbitrary<LayerInput[]> = someLayers(
  fc.oneof(
    fc.integer({ min: 1, max: 5 }),
    fc.record({ size: fc.integer({ min: 5, max: 900 }), shown: fc.integer({ min: 1, max: 5 }) }),
  ),
);

/** Layers with nodes and ellipses in any order, some of them with a name. */
const listedLayer: fc.Arbitrary<LayerInput & object> = fc
  .record({
    // How many nodes stand behind each ellipsis; 0 is a node that is drawn.
    places: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 5 }),
    name: fc.option(fc.string({ maxLength: 10 }), { nil: undefined }),
  })
  .map(({ places: drawn, name }) => {
    const shown: (number | string)[] = [];
    let size = 0;
    for (const hidden of [...drawn, 0]) {
      if (hidden <= 0 || shown.at(-1) === '…') shown.push(size++);
      else {
        shown.push('…');
        size += hidden;
      }
    }
    return { ...(name !== undefined && { name }), size, shown };
  });

export const anyLayers: fc.Arbitrary<LayerInput[]> = fc.oneof(
  textLayers,
  someLayers(fc.oneof(fc.integer({ min: 1, max: 4 }), listedLayer)),
);

function someLayers(layer: fc.Arbitrary<LayerInput>): fc.Arbitrary<LayerInput[]> {
  return fc.array(layer, { minLength: 2, maxLength: 4 });
}

const weight = fc.oneof(
  { weight: 6, arbitrary: hundredths(-2, 2) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(0, 0.04, 0.04, -0.04, 1e-9, -1e30, 5e-324) },
);

/** Networks with weights of one sign or both, of any size, some of them missing. */
export const weightedTopologies: fc.Arbitrary<Topology> = fc
  .record({ layers: anyLayers, forAll: fc.boolean(), sign: fc.constantFrom(-1, 0, 1) })
  .chain(({ layers, forAll, sign }) => {
    const counts = layers.map((layer) => {
      if (typeof layer === 'number') return layer;
      const { size, shown } = layer;
      // A table for all nodes of a large layer would have thousands of numbers.
      if (forAll && size < 20) return size;
      return typeof shown === 'object' ? shown.filter((one) => typeof one === 'number').length : shown!;
    });
    const gaps = counts.slice(1).map((rows, gap) => matrices(rows, counts[gap]!));
    const signed = (value: number | null) => (value === null || sign === 0 ? value : sign * Math.abs(value));
    return fc.tuple(...gaps).map((weights) => ({
      layers,
      weights: weights.map((matrix) => matrix.map((row) => row.map(signed))),
    }));
  });

function matrices(rows: number, columns: number): fc.Arbitrary<(number | null)[][]> {
  const row = fc.array(weight, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

/** The input that a person writes for the settings: without what means nothing. */
export function inputOf({ layers, weights, ...values }: Settings & Topology): NetworkSpecInput {
  const { base, baseRadius, baseThickness, posts, baseSegments, layerHeight, clearance, ...others } = values;
  const { text, labels, textHeight, engraved, braille, ...rest } = others;
  const letters = { text, labels, textHeight, engraved };
  const disc = { radius: baseRadius, thickness: baseThickness, posts, segments: baseSegments };
  return {
    ...rest,
    layers,
    weights,
    base: base === 'none' ? { shape: 'none' } : disc,
    ...(isCut(values) && { layerHeight }),
    ...(isPlugged(values) && { clearance }),
    ...((text ?? labels) !== undefined && holdsText(values) && letters),
    ...(braille !== undefined && holdsText(values) && { braille }),
  };
}

/** Whether there is a disc or a foot, where it says whether there are posts. */
function holdsText(settings: Settings): boolean {
  return settings.base !== 'none' && (!isCut(settings) || isPlugged(settings));
}

function isCut({ mode }: Settings): boolean {
  return mode === 'flat';
}

/** Whether it has pegs, whatever the preset. */
function isPlugged(settings: Settings): boolean {
  return isCut(settings) && settings.base !== 'none' && settings.posts === true;
}

/** Settings and changes of them, as Neurofab takes them; what means nothing to a network its source does not remember. */
export function changed<Values extends Settings & Topology>(
  before: Values,
  changes: Settings & Topology,
): Values {
  const noDisc = {
    baseRadius: undefined,
    baseThickness: undefined,
    posts: undefined,
    baseSegments: undefined,
  };
  return {
    ...before,
    ...(before.base === 'none' && noDisc),
    ...(!isCut(before) && { layerHeight: undefined }),
    ...(!isPlugged(before) && { clearance: undefined }),
    ...changes,
  };
}

/** Changes as OpenSCAD takes them. */
export function definesOf(changes: Settings & Topology, after: Settings): Record<string, string> {
  const { layers, base, resolution } = changes;
  const values = {
    layers: layers && `"${layers.map(asText).join(', ')}"`,
    node_radius: changes.nodeRadius,
    connection_radius: changes.connectionRadius,
    thickness_by: changes.thicknessBy && `"${changes.thicknessBy}"`,
    thickest: changes.thickest,
    thinnest: changes.thinnest,
    sign_shape: changes.signShape,
    node_spacing: changes.nodeSpacing,
    layer_spacing: changes.layerSpacing,
    base: base && `"${base}"`,
    base_radius: changes.baseRadius,
    base_thickness: changes.baseThickness,
    posts: changes.posts,
    mode: changes.mode && `"${changes.mode}"`,
    layer_height: changes.layerHeight,
    clearance: isPlugged(after) ? changes.clearance : undefined,
    text_height: changes.textHeight,
    engraved: changes.engraved,
    // A resolution that is asked for replaces the sides that a preset gives its disc.
    base_segments: changes.baseSegments ?? (resolution && after.baseSegments === undefined ? 0 : undefined),
    ...(resolution && { segments: 0, rings: 0, ...resolution }),
  };
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}

function asText(layer: LayerInput): string {
  return typeof layer === 'number' ? String(layer) : `${layer.size}~${layer.shown}`;
}
