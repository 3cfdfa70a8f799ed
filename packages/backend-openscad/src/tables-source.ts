import type { Braille, LayerSpec, NetworkSpec, Outline } from '@neurofab/core';
import { ELLIPSIS, LABEL_KINDS, layerLabel, layerText, shownCount } from '@neurofab/core/internal';
import { inComment } from './in-comment.ts';
import { decimal } from './parameters/parameter.ts';
import type { NameTables, SourceModel, WeightTables } from './source-model.ts';

/** What the Customizer does not show: layers that no one may change or no text says, weights, how text looks, Braille, the list of layer colours. */
export function tablesSource({ spec, layersText, weights, text, braille, names }: SourceModel): string {
  const labels = spec.layers.map((layer, i) => inComment(layerLabel(layer, i)));
  return `${[
    '/* [Hidden] */',
    ...(layersText === undefined || weights !== undefined ? [layersTable(spec, { layersText, labels })] : []),
    ...(weights === undefined ? [] : [weightsTable(weights, labels)]),
    ...(text === undefined ? [] : [textTable(spec.text!, text)]),
    ...(names === undefined ? [] : [namesTable(names)]),
    ...(braille === undefined ? [] : [brailleTable(spec.braille!, braille)]),
    `layer_colors = [${rows(spec.colors.layers.map((_, i) => `layer_color_${i + 1}`)).join(',\n  ')}];`,
  ].join('\n\n')}\n`;
}

/** Four to a line. */
function rows(names: readonly string[]): string[] {
  return names.flatMap((_, i) => (i % 4 === 0 ? [names.slice(i, i + 4).join(', ')] : []));
}

function layersTable(
  { layers }: NetworkSpec,
  { layersText, labels }: { readonly layersText: string | undefined; readonly labels: readonly string[] },
): string {
  if (layersText !== undefined) {
    return `// Nodes per layer, the first layer at the left; 784~9 draws nine nodes of 784.\nlayers = "${layersText}";`;
  }
  const lines = layers.map((layer, i) => {
    const [drawn, size] = [shownCount(layer), typeof layer === 'number' ? layer : layer.size];
    return `  // ${drawn === size ? size : `${drawn} of ${size}`} nodes of ${labels[i]}\n  ${layerLiteral(layer)}`;
  });
  return `// What is drawn of each layer from below, the first layer at the left.\nlayers = [\n${lines.join(',\n')}\n];`;
}

function layerLiteral(layer: LayerSpec): string {
  if (typeof layer === 'number') return String(layer);
  const text = layerText({ size: layer.size, shown: layer.shown });
  if (text !== undefined) return `"${text}"`;
  return `[${layer.shown.map((entry) => (entry === ELLIPSIS ? '"..."' : entry)).join(', ')}]`;
}

function weightsTable({ matrices }: WeightTables, labels: readonly string[]): string {
  const gaps = matrices.map(
    (matrix, gap) =>
      `  // From ${labels[gap]} to ${labels[gap + 1]}\n  [\n${matrix.map((row) => `    [${row.map(weightLiteral).join(', ')}]`).join(',\n')}\n  ]`,
  );
  return `// Weights between nodes that are drawn, a matrix a gap: a row for each node of the next layer from below,
// in it a number for each node of this one; undef for no connection.
weights = [
${gaps.join(',\n')}
];`;
}

/** The shortest that reads back as the same number. Weights have any size, so unlike lengths they may need an exponent. */
function weightLiteral(weight: number | undefined): string {
  if (weight === undefined) return 'undef';
  // OpenSCAD takes no digits of less than the smallest normal number; the quotient is exact.
  const isTooSmall = weight !== 0 && Math.abs(weight) < SMALLEST_NORMAL;
  return isTooSmall ? `${weight * MUCH} / ${MUCH}` : String(weight);
}

const SMALLEST_NORMAL = 2 ** -1022;
const MUCH = 2 ** 100;

function namesTable(names: NameTables): string {
  const tables = LABEL_KINDS.map((kind) => {
    const rows = names[kind].map(
      ({ text, of, outline }) =>
        `  // ${inComment(text)}\n  [${of}, [\n${outlineRows(outline).join(',\n')}\n  ]]`,
    );
    return `${TABLES[kind]} = [${rows.length === 0 ? '' : `\n${rows.join(',\n')}\n`}];`;
  });
  return `// Names as outlines like those of text, with the number of the layer that each belongs to, or of the node in its layer.
${tables.join('\n')}`;
}

const TABLES = { layers: 'layer_names', inputs: 'input_names', outputs: 'output_names' } as const;

function outlineRows({ rings }: Outline): string[] {
  return rings.map((ring) => `  [${ring.map(([x, y]) => `[${decimal(x)}, ${decimal(y)}]`).join(', ')}]`);
}

function textTable(line: string, outline: Outline): string {
  const rows = outlineRows(outline);
  return `// "${inComment(line)}" as outlines of what is filled and of holes in it, in heights of its capitals.
text_outlines = [
${rows.join(',\n')}
];`;
}

function brailleTable(line: string, { cells, sizes }: Braille): string {
  const { dotSpacing, cellSpacing, dotDiameter, dotHeight } = sizes;
  return `// "${inComment(line)}" in Braille: the numbers of each cell's dots, 1 to 3 down its left side, 4 to 6 down its right.
braille_cells = [${cells.map((cell) => `[${cell.join(', ')}]`).join(', ')}];
// From centre to centre, and of a dot. They are the usual ones: others are hard to read.
dot_spacing = ${decimal(dotSpacing)};
cell_spacing = ${decimal(cellSpacing)};
dot_diameter = ${decimal(dotDiameter)};
dot_height = ${decimal(dotHeight)};`;
}
