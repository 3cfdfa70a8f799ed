import type { HexColor } from '@neurofab/core';
import type { SourceModel } from '../source-model.ts';
import type { Parameter } from './parameter.ts';

/** The colours of what this network has: base and posts, which may be added, connections of each sign, layers, and text. */
export function colorParameters(model: SourceModel): Parameter[] {
  const { base, layers, text } = model.spec.colors;
  return [
    color('Base and posts', 'base_color', base),
    ...connectionColors(model),
    ...layers.map((one, i) => color(layersComment(model, i), `layer_color_${i + 1}`, one)),
    ...((model.text ?? model.names) === undefined ? [] : [color('Raised text', 'text_color', text!)]),
  ];
}

function connectionColors({ spec: { colors }, weights }: SourceModel): Parameter[] {
  if (weights?.hasNegative !== true) {
    return [color('Connections', 'connection_color', colors.connections)];
  }
  return [
    ...(weights.hasPositive
      ? [color('Connections with positive weights', 'connection_color', colors.connections)]
      : []),
    color('Connections with negative weights', 'negative_color', colors.negative!),
  ];
}

/** The layers that have a colour of so many that take turns. */
function layersComment({ spec, layersText, weights }: SourceModel, i: number): string {
  const turns = spec.colors.layers.length;
  if (turns === 1) return 'Layers';
  if (layersText !== undefined && weights === undefined) {
    return `Layers ${[1, 2, 3].map((turn) => i + 1 + (turn - 1) * turns).join(', ')} and so on`;
  }
  const numbers = spec.layers.flatMap((_, layer) => (layer % turns === i ? [layer + 1] : []));
  return `Layer${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
}

function color(comment: string, name: string, value: HexColor): Parameter {
  return { comment, name, value, isColor: true };
}
