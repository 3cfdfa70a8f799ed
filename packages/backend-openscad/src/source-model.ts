import {
  type Braille,
  type ColorsSpec,
  type HexColor,
  type NetworkScene,
  type NetworkSpec,
  networkOf,
  type Outline,
} from '@neurofab/core';
import {
  brailleLine,
  countSlots,
  type Drawing,
  drawWeights,
  LABEL_KINDS,
  type LabelKind,
  layerText,
  nameLines,
  outlineIn,
  shownCount,
  textOutline,
  thicknessOf,
} from '@neurofab/core/internal';

/** What source is written from. */
export interface SourceModel {
  readonly scene: NetworkScene;
  /** The scene's spec in the colours that the scene is printed in. */
  readonly spec: NetworkSpec;
  /** The layers as the command takes them, such as `784~9,10`; `undefined` where no text says all of them. */
  readonly layersText: string | undefined;
  /** `undefined` where connections have no weights. */
  readonly weights: WeightTables | undefined;
  /** How its text looks; `undefined` where it has none. */
  readonly text: Outline | undefined;
  /** What it has in Braille; `undefined` where it has none. */
  readonly braille: Braille | undefined;
  /** The names on foot and tags; `undefined` where there are none. */
  readonly names: NameTables | undefined;
}

/** The names of each kind that are drawn. */
export type NameTables = Readonly<Record<LabelKind, readonly NameTable[]>>;

export interface NameTable {
  readonly text: string;
  /** Which layer it belongs to, or which of the drawn nodes of its layer, from 0. */
  readonly of: number;
  readonly outline: Outline;
}

/** The weights between drawn nodes. */
export interface WeightTables {
  /** One a gap: [node of the next layer][node of this layer], `undefined` for no connection. */
  readonly matrices: readonly (readonly (readonly (number | undefined)[])[])[];
  readonly hasPositive: boolean;
  readonly hasNegative: boolean;
}

/** What there is to write of a scene. */
export function sourceModel(scene: NetworkScene): SourceModel {
  const { source } = scene;
  const thickness = thicknessOf(source);
  const layersText = layersTextOf(source);
  const lines = { text: textOutline(source), braille: brailleLine(source), names: nameTables(source) };
  if (thickness === undefined) {
    const colors = printedColors(scene, { isTunable: layersText !== undefined });
    return { scene, spec: { ...source, colors }, layersText, weights: undefined, ...lines };
  }
  const network = networkOf(source);
  const drawing = drawWeights(network, thickness);
  const colors = printedColors(scene, { drawing, isTunable: false });
  return { scene, spec: { ...source, colors }, layersText, weights: weightTables(source), ...lines };
}

function nameTables(spec: NetworkSpec): NameTables | undefined {
  const { layers } = networkOf(spec);
  const tables = Object.fromEntries(
    LABEL_KINDS.map((kind) => [
      kind,
      (nameLines(spec, kind)?.lines ?? []).map(({ text, layer, row }): NameTable => {
        const before = layers[layer]!.shown.slice(0, row).filter((entry) => entry.kind === 'node');
        const of = kind === 'layers' ? layer : before.length;
        return { text, of, outline: outlineIn(spec.lettering, text)! };
      }),
    ]),
  ) as unknown as NameTables;
  return LABEL_KINDS.every((kind) => tables[kind].length === 0) ? undefined : tables;
}

function layersTextOf({ layers }: NetworkSpec): string | undefined {
  const texts = layers.map((layer) => {
    if (typeof layer === 'number') return layerText(layer);
    const { size, shown } = layer;
    return layerText(shownCount(layer) === size ? size : { size, shown });
  });
  return texts.includes(undefined) ? undefined : texts.join(',');
}

interface Coloring {
  readonly drawing?: Drawing;
  /** Whether layers can be added. */
  readonly isTunable: boolean;
}

/** The colours of the parts. Those that its parts do not use stay, for layers or a base to come. */
function printedColors({ source, parts }: NetworkScene, { drawing, isTunable }: Coloring): ColorsSpec {
  const { base, connections, negative, layers, text } = source.colors;
  const printed = parts.map(({ color }) => color);
  // The last part, where it is raised; it has the first layer's colour if it will be.
  const printedText = text && printed.pop();
  const printedLayers = printed.splice(-source.layers.length);
  const next = <Own extends HexColor | undefined>(isThere: boolean, own: Own) =>
    isThere ? printed.shift()! : own;
  const isMerged = countSlots(parts) === 1 || parts.some(({ color, ownColor }) => color !== ownColor);
  const has = (sign: 0 | 1) => drawing?.isNegative.includes(sign) ?? sign === 0;
  const areOwn = printedLayers.every((color, i) => color === layers[i % layers.length]);
  const colors = {
    base: next(source.base.shape !== 'none', isMerged ? (printed[0] ?? printedLayers[0]!) : base),
    connections: next(has(0), connections),
    negative: next(has(1), negative),
    layers: isTunable && areOwn ? layers : withoutRepeats(printedLayers),
    text: printedText ?? printedLayers[0],
  };
  return colors as ColorsSpec;
}

/** The shortest list that gives the same colours when it is used in turn. */
function withoutRepeats(colors: readonly HexColor[]): readonly HexColor[] {
  const period = colors.findIndex(
    (_, length) => length > 0 && colors.every((color, i) => color === colors[i % length]),
  );
  return period < 0 ? colors : colors.slice(0, period);
}

function weightTables(spec: NetworkSpec): WeightTables {
  const counts = spec.layers.map(shownCount);
  const places = counts.flatMap((count, layer) => Array.from({ length: count }, (_, k) => ({ layer, k })));
  const matrices = counts
    .slice(1)
    .map((rows, gap) =>
      Array.from({ length: rows }, () => new Array<number | undefined>(counts[gap]!).fill(undefined)),
    );
  const signs = new Set<number>();
  for (const { from, to, weight = 1 } of networkOf(spec).connections) {
    const { layer, k } = places[from]!;
    matrices[layer]![places[to]!.k]![k] = weight;
    signs.add(Math.sign(weight));
  }
  return { matrices, hasPositive: signs.has(1), hasNegative: signs.has(-1) };
}
